namespace Sweet.Domain.Messages;

/// <summary>One outgoing email, rendered when the fact that it tells was saved, so that what was promised is what is sent.</summary>
public sealed class Message
{
    public const int FactMaxLength = 100;
    public const int AddressMaxLength = 254;
    public const int NameMaxLength = 201;
    public const int SubjectMaxLength = 300;
    public const int AttachmentNameMaxLength = 100;
    public const int ProviderIdMaxLength = 200;
    public const int FailureMaxLength = 500;

    private Message()
    {
    }

    /// <param name="fact">Names the one fact that the mail tells, like "enrollment 12 confirmed": unique, so that it is told once.</param>
    public Message(MessageKind kind, string fact, string toAddress, string? toName, MessageBody body, DateTime nowUtc)
    {
        Kind = kind;
        Fact = fact;
        ToAddress = toAddress;
        ToName = toName;
        Subject = body.Subject;
        Html = body.Html;
        Text = body.Text;
        Calendar = body.Calendar;
        QueuedAtUtc = nowUtc;
        NextAttemptAtUtc = nowUtc;
        Urgency = kind is MessageKind.EnrollmentConfirmed or MessageKind.YourLinks or MessageKind.AlreadyEnrolled ? 0 : 1;
    }

    public int Id { get; private set; }

    public MessageKind Kind { get; private set; }

    public string Fact { get; private set; } = "";

    public int? EnrollmentId { get; set; }

    public string ToAddress { get; private set; } = "";

    public string? ToName { get; private set; }

    public string Subject { get; private set; } = "";

    public string Html { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>An iCalendar file to attach, or null.</summary>
    public string? Calendar { get; private set; }

    /// <summary>Lower goes first, so that a backlog never delays a confirmation.</summary>
    public int Urgency { get; private set; }

    public MessageStatus Status { get; private set; } = MessageStatus.Queued;

    public DateTime QueuedAtUtc { get; private set; }

    public DateTime NextAttemptAtUtc { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Until then one worker has the message to itself.</summary>
    public DateTime? LeasedUntilUtc { get; private set; }

    /// <summary>Raised by each claim; a save with an older number affects no row.</summary>
    public long Fence { get; private set; }

    public DateTime? SentAtUtc { get; private set; }

    /// <summary>SendGrid's id of the mail.</summary>
    public string? ProviderId { get; private set; }

    public string? Failure { get; private set; }
}

public sealed record MessageBody(string Subject, string Html, string Text, string? Calendar = null);

public enum MessageStatus
{
    Queued,
    Sent,
    Delivered,
    Bounced,
    Dropped,
    Failed,

    /// <summary>Outside Production, to somebody who is not on the allow-list.</summary>
    Withheld,
}

public enum MessageKind
{
    EnrollmentConfirmed,
    HoldEnded,
    PaymentFailed,
    Refunded,
    YourLinks,
    AlreadyEnrolled,
    InterestAsked,
    StaffNotice,
}
