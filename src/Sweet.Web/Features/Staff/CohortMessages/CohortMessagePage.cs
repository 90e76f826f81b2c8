using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Wording.Office;

namespace Sweet.Web.Features.Staff.CohortMessages;

public sealed record CohortName(int Id, string Title);

public sealed record CohortMessageListPage(CohortName Cohort, Paged<CohortMessageRow> Messages);

public sealed record CohortMessageRow(
    int Id, string Subject, CohortAudience Audience, int RecipientCount, int Waiting, DateTime SentAtUtc, string? By)
{
    public string State => Waiting == 0 ? "Written" : $"{RecipientCount - Waiting} of {RecipientCount} written";

    public string Square => Waiting == 0 ? "confirmed" : "processing";
}

public sealed record AudienceCounts(int Confirmed, int All, int Unpaid);

public sealed record Person(int Id, string Number, string FirstName, string LastName, EnrollmentStatus Status)
{
    public string Name => $"{FirstName} {LastName}".TrimEnd();
}

/// <param name="Letter">As the first of its readers gets it.</param>
/// <param name="CalledStudent">How many of them it calls “student”, where it says a first name.</param>
public sealed record CohortPreview(LetterContent Letter, int CalledStudent)
{
    public string? Notice => CalledStudent switch
    {
        0 => null,
        1 => "It says “student” instead of a first name to one person, who has not opened a link that we emailed: "
            + "a stranger may have typed that name.",
        var count => $"It says “student” instead of a first name to {count} people, who have not opened a link that we emailed: "
            + "a stranger may have typed their names.",
    };
}

/// <param name="People">Those who can be chosen one by one; of a large cohort they are chosen in its roster.</param>
public sealed record NewCohortMessagePage(
    CohortName Cohort, CohortMessageForm Form, AudienceCounts Counts, IReadOnlyList<Person> People, string Me)
{
    /// <summary>The email; null before it was asked for, and while something is wrong.</summary>
    public CohortPreview? Preview { get; init; }

    public string? Notice { get; init; }
}

/// <param name="Named">The first of them, by name.</param>
public sealed record SendCohortMessagePage(
    CohortName Cohort, CohortMessageForm Form, int Count, IReadOnlyList<Person> Named, CohortPreview Preview)
{
    public int More => Count - Named.Count;

    public string People => Count == 1 ? "1 person" : $"{Count} people";
}

public sealed record CohortMessagePage(
    CohortName Cohort, CohortMessage Message, string? By, int Waiting, Paged<RecipientRow> Recipients, LetterContent Letter);

public sealed record RecipientRow(
    int EnrollmentId, string Number, string FirstName, string LastName, DateTime? DoneAtUtc, MessageStatus? Status)
{
    public string Name => $"{FirstName} {LastName}".TrimEnd();

    public string State => Status?.InWords()
        ?? (DoneAtUtc is null ? "Waits for its turn" : "No email: the seat was given back, or the address gets no more today");

    public string Square => Status switch
    {
        MessageStatus.Delivered => "confirmed",
        MessageStatus.Sent => "processing",
        MessageStatus.Queued => "held",
        MessageStatus.Bounced or MessageStatus.Dropped or MessageStatus.Failed => "alarm",
        null when DoneAtUtc is null => "held",
        _ => "ended",
    };
}

internal static class AudienceText
{
    public static string InWords(this CohortAudience audience) => audience switch
    {
        CohortAudience.Confirmed => "Confirmed",
        CohortAudience.All => "Everyone with a seat",
        CohortAudience.Unpaid => "Not paid yet",
        _ => "Chosen people",
    };
}
