using Sweet.Domain.Waitlists;

namespace Sweet.Domain.Enrollments;

/// <summary>
/// Answered by a worker and then deleted: the request does the same for every address, so that its time tells nobody
/// who is enrolled.
/// </summary>
public sealed class LinkRequest
{
    /// <summary>The waits between them grow: so many take about an hour.</summary>
    public const int MostAttempts = 8;

    private LinkRequest()
    {
    }

    /// <param name="courseId">News of a course are asked for; null: the links of the address.</param>
    public LinkRequest(EmailAddress email, DateTime nowUtc, int? courseId = null)
    {
        CourseId = courseId;
        Email = email.Text;
        EmailKey = email.Key;
        AskedAtUtc = nowUtc;
        NextAttemptAtUtc = nowUtc;
    }

    public static LinkRequest ForLine(int cohortId, EmailAddress email, PersonName name, DateTime nowUtc) =>
        new(email, nowUtc) { CohortId = cohortId, FirstName = name.First, LastName = name.Last };

    public int Id { get; private set; }

    public string Email { get; private set; } = "";

    public string EmailKey { get; private set; } = "";

    public int? CourseId { get; private set; }

    /// <summary>A place in the line of this cohort is asked for, by the name below.</summary>
    public int? CohortId { get; private set; }

    public string? FirstName { get; private set; }

    public string? LastName { get; private set; }

    public PersonName? Name => FirstName is null ? null : new PersonName(FirstName, LastName ?? "");

    public DateTime AskedAtUtc { get; private set; }

    public int Attempts { get; private set; }

    public DateTime NextAttemptAtUtc { get; private set; }

    /// <returns>Whether it is tried again after the wait; else it is given up.</returns>
    public bool Postpone(TimeSpan wait, DateTime nowUtc)
    {
        Attempts++;
        NextAttemptAtUtc = nowUtc + wait;
        return Attempts < MostAttempts;
    }
}
