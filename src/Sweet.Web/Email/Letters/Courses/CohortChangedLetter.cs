using Sweet.Domain.Courses.Planning;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording.Calendars;

namespace Sweet.Web.Email.Letters.Courses;

/// <summary>A class has moved, or its link has changed. Goes out with the calendar as it is now.</summary>
public sealed class CohortChangedLetter(Enrollment enrollment, CohortNews news) : EnrollmentLetter(enrollment)
{
    public override string Fact => $"cohort {news.CohortId} version {news.Version} told to {Enrollment.Number}";

    public override Urgency Urgency => Urgency.Awaited;

    public override DateTime? HappenedAtUtc => news.SavedAtUtc;

    public override Standing Standing => Standing.WhileEnrollmentIs(EnrollmentStatus.Confirmed);

    public override LetterContent Content(LetterSite site) => new(
        $"{news.Subject}: {Course}",
        $"{news.Subject}. This is about your course {Course}.",
        Enrollment.Number,
        [
            new Facts([.. news.AsChanges().Select(Row)]),
            .. news.Sentence is { } sentence ? [new Paragraph(sentence)] : Array.Empty<Block>(),
            new Paragraph(
                "Everything else stays as it is. The attached file holds all class meetings as they are now, and replaces what is in "
                + "your calendar. If you subscribed to the calendar, it follows by itself."),
            new Paragraph($"If this doesn’t work for you, reply to this email and include {Enrollment.Number}."),
            OpenPage(site),
        ]);

    public override string Calendar(LetterSite site) => EnrollmentCalendar.WriteFile(Enrollment, site.BaseUrl, site.Help);

    private static Fact Row(FieldChange change) =>
        change.From is { } from ? new Fact(change.Field, change.To, $"Before: {from}") : new Fact(change.Field, change.To);
}
