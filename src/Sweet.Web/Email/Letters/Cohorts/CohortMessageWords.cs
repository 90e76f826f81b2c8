using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording;

namespace Sweet.Web.Email.Letters.Cohorts;

/// <summary>Who reads a message to a cohort, in the email itself, in its preview, and in the test that staff get.</summary>
/// <param name="FirstName">Null while a stranger may have typed it.</param>
/// <param name="PageUrl">Of the student's own page.</param>
public sealed record CohortReader(string? FirstName, string PageUrl, string? Number, bool IsConfirmed);

/// <summary>What a message to a cohort says, whoever reads it.</summary>
public static class CohortMessageWords
{
    public const string FirstName = "first name";
    public const string JoinLink = "join link";

    private const string Anyone = "student";

    /// <summary>Why the text is not sent, as a sentence for who wrote it, or null.</summary>
    public static string? RefusalFor(string text) =>
        LetterProse.PlaceholdersOf(text).FirstOrDefault(name => name is not (FirstName or JoinLink)) is { } unknown
            ? $"“{{{{{unknown}}}}}” is not filled in: only {{{{{FirstName}}}}} and {{{{{JoinLink}}}}} are"
            : LetterProse.RefusalFor(text);

    /// <summary>Whether the text says the reader’s first name, which not every reader’s email can.</summary>
    public static bool SaysFirstName(string text) => LetterProse.PlaceholdersOf(text).Contains(FirstName, StringComparer.Ordinal);

    /// <summary>Whose first name a stranger may have typed: the text calls them “student”.</summary>
    public static IQueryable<Enrollment> CalledStudent(this IQueryable<Enrollment> enrollments) =>
        enrollments.Where(e => e.AddressProvenAtUtc == null);

    /// <param name="pageUrl">Of the student's own page; in what staff see it opens nothing.</param>
    public static CohortReader ReaderOf(Enrollment enrollment, string pageUrl) => new(
        enrollment.AddressProvenAtUtc is null ? null : enrollment.FirstName, pageUrl, enrollment.Number,
        enrollment.Status == EnrollmentStatus.Confirmed);

    /// <param name="cohort">With its course.</param>
    public static LetterContent Content(WrittenMessage written, Cohort cohort, CohortReader reader, LetterSite site)
    {
        var filledIn = new Dictionary<string, Run>(StringComparer.Ordinal)
        {
            [FirstName] = new(reader.FirstName ?? Anyone),
            [JoinLink] = new(reader.PageUrl) { Url = reader.PageUrl },
        };
        var first = ZonedTime.At(cohort.FirstClassAtUtc, cohort.TimeZone).Date;
        return new LetterContent(
            written.Subject, written.Subject, reader.Number,
            [
                .. LetterProse.Of(written.Text, site.BaseUrl, filledIn),
                new Button("Open your enrollment page", reader.PageUrl),
                new Paragraph(
                    $"You get this because {(reader.IsConfirmed ? "you are enrolled" : "a seat is held for you")} in "
                    + $"{cohort.Course.Title}, from {first}. {LetterWords.KeepToYourself}"),
            ]);
    }
}
