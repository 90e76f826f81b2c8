using Sweet.Domain.Courses;

namespace Sweet.Domain.Messages;

/// <summary>What staff have written to the people of a cohort. Who gets it is fixed with it; a worker then writes the emails.</summary>
public sealed class CohortMessage
{
    public const int SubjectMaxLength = 150;
    public const int TextMaxLength = 10_000;

    private readonly List<CohortRecipient> recipients = [];

    private CohortMessage()
    {
    }

    /// <param name="key">Of the form that was sent: pressed twice, it is one message.</param>
    /// <exception cref="ArgumentException">Nobody gets it.</exception>
    internal CohortMessage(
        Cohort cohort, string key, WrittenMessage written, IReadOnlyCollection<int> enrollmentIds, Actor by, DateTime nowUtc)
    {
        if (enrollmentIds.Count == 0) throw new ArgumentException("No one gets it.", nameof(enrollmentIds));

        CohortId = cohort.Id;
        Key = key;
        Subject = written.Subject;
        Text = written.Text;
        Audience = written.Audience;
        RecipientCount = enrollmentIds.Count;
        StaffId = by.Reference;
        SentAtUtc = nowUtc;
        recipients.AddRange(enrollmentIds.Select(id => new CohortRecipient(id)));
    }

    public int Id { get; private set; }

    public int CohortId { get; private set; }

    public string Key { get; private set; } = "";

    public string Subject { get; private set; } = "";

    /// <summary>Markdown.</summary>
    public string Text { get; private set; } = "";

    public CohortAudience Audience { get; private set; }

    public int RecipientCount { get; private set; }

    public string? StaffId { get; private set; }

    public DateTime SentAtUtc { get; private set; }

    public IReadOnlyList<CohortRecipient> Recipients => recipients;
}

/// <param name="Text">Markdown.</param>
public sealed record WrittenMessage(string Subject, string Text, CohortAudience Audience);

public enum CohortAudience
{
    Confirmed,

    /// <summary>All who have a seat, paid or not.</summary>
    All,

    /// <summary>Held, or paid while a bank still works on it.</summary>
    Unpaid,
    Chosen,
}

/// <summary>One person who gets a message of their cohort.</summary>
public sealed class CohortRecipient
{
    private CohortRecipient()
    {
    }

    internal CohortRecipient(int enrollmentId) => EnrollmentId = enrollmentId;

    public int Id { get; private set; }

    public int CohortMessageId { get; private set; }

    public int EnrollmentId { get; private set; }

    /// <summary>Null until its turn has come.</summary>
    public DateTime? DoneAtUtc { get; private set; }

    /// <summary>The email; null before its turn, and where none was written.</summary>
    public int? MessageId { get; private set; }

    public Message? Message { get; private set; }

    /// <param name="message">Null where none is written: the seat was given back meanwhile, or the address gets no more today.</param>
    public void Finish(Message? message, DateTime nowUtc)
    {
        DoneAtUtc ??= nowUtc;
        Message ??= message;
    }
}
