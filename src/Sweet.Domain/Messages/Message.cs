using Sweet.Domain.Enrollments;
using Sweet.Domain.Persons;

namespace Sweet.Domain.Messages;

/// <summary>One outgoing email, rendered when the fact that it tells was saved, so that what was promised is what is sent.</summary>
public sealed class Message
{
    public const int KindMaxLength = 40;
    public const int FactMaxLength = 100;
    public const int AddressMaxLength = EmailAddress.MaxLength;
    public const int NameMaxLength = (2 * Enrollment.NameMaxLength) + 1;
    public const int SubjectMaxLength = 300;
    public const int ProviderIdMaxLength = 200;
    public const int FailureMaxLength = 500;
    public const int UnsubscribeUrlMaxLength = 500;

    /// <summary>How SendGrid names the recipient where it refuses an email for its address.</summary>
    public const string RecipientField = "personalizations.0.to";

    /// <summary>How long a message that nobody takes is tried again.</summary>
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(1);

    private Message()
    {
    }

    /// <param name="kind">The name of its letter, like "HoldEnded"; rows outlive letters.</param>
    /// <param name="fact">
    /// Names the one fact that it tells, like "enrollment IPT-4BP7KR confirmed": unique, so that it is told once.
    /// </param>
    public Message(string kind, string fact, Addressee to, MessageBody body, DateTime nowUtc)
    {
        Kind = kind;
        Fact = fact;
        Recipient = to.Recipient;
        ToAddress = to.Address;
        ToName = to.Name;
        Subject = body.Subject;
        Html = body.Html;
        Text = body.Text;
        Calendar = body.Calendar;
        UnsubscribeUrl = body.UnsubscribeUrl;
        QueuedAtUtc = nowUtc;
        NextAttemptAtUtc = nowUtc;
    }

    public int Id { get; private set; }

    public string Kind { get; private set; } = "";

    public string Fact { get; private set; } = "";

    /// <summary>SendGrid's events name the message by it; another system on the same account cannot guess it.</summary>
    public string Reference { get; private set; } = RandomText.Token();

    /// <summary>Null where it is about no enrollment, or about several.</summary>
    public int? EnrollmentId { get; init; }

    /// <summary>Not loaded with the message; set where the enrollment is new, and both are saved at once.</summary>
    public Enrollment? Enrollment { get; init; }

    /// <summary>What has to be so for it to be true; asked where it was written some time ago.</summary>
    public Standing Standing { get; init; } = Standing.Always;

    /// <summary>Of the enrollments that its links open: once one is replaced, the message leads nowhere.</summary>
    public IReadOnlyList<string> LinkTokens { get; init; } = [];

    public Recipient Recipient { get; private set; }

    public string ToAddress { get; private set; } = "";

    public string? ToName { get; private set; }

    /// <summary>Of the address, where anybody may have it mailed: by it such emails are counted. Null: nobody counts them.</summary>
    public string? LimitKey { get; init; }

    public string Subject { get; private set; } = "";

    public string Html { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>An iCalendar file to attach, or null.</summary>
    public string? Calendar { get; private set; }

    /// <summary>Of a letter to a list: takes the recipient off it. Null for all others.</summary>
    public string? UnsubscribeUrl { get; private set; }

    public Urgency Urgency { get; init; } = Urgency.News;

    public MessageStatus Status { get; private set; } = MessageStatus.Queued;

    public DateTime QueuedAtUtc { get; private set; }

    public DateTime NextAttemptAtUtc { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>
    /// Not null while a worker has the message to itself: the end of its turn by its own clock. Another instance does not compare
    /// it with its own, but waits until it has seen it unchanged for the turn's length.
    /// </summary>
    public DateTime? LeasedUntilUtc { get; private set; }

    /// <summary>Raised by each claim; a save with an older number affects no row.</summary>
    public long Fence { get; private set; }

    public DateTime? SentAtUtc { get; private set; }

    public DateTime? DeliveredAtUtc { get; private set; }

    /// <summary>When it bounced, or when SendGrid dropped it.</summary>
    public DateTime? ReturnedAtUtc { get; private set; }

    /// <summary>SendGrid's id of the email.</summary>
    public string? ProviderId { get; private set; }

    public WithheldReason? WithheldWhy { get; private set; }

    /// <summary>Why the last attempt came to nothing.</summary>
    public string? Failure { get; private set; }

    /// <summary>It does not reach its recipient as it is.</summary>
    public bool HasComeBack => Status is MessageStatus.Bounced or MessageStatus.Dropped or MessageStatus.Failed;

    /// <summary>It came back for its size: the address is not at fault.</summary>
    public bool IsTooLarge => ReturnedForSize.Is(this);

    /// <summary>
    /// What SendGrid says became of it, in any order and as often as it likes: a state only moves forward, and a return beats a delivery.
    /// </summary>
    /// <remarks>Of a queued one too: then it was SendGrid's answer that got lost, not the email.</remarks>
    /// <param name="outcome">Delivered, Bounced or Dropped.</param>
    /// <returns>Whether it is news.</returns>
    public bool Learn(MessageStatus outcome, string? reason, DateTime atUtc)
    {
        var isReturn = outcome is MessageStatus.Bounced or MessageStatus.Dropped;
        if (!isReturn && outcome != MessageStatus.Delivered)
            throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "SendGrid does not say this.");

        var mayHaveLeft = Status is MessageStatus.Queued or MessageStatus.Sent || WithheldWhy == WithheldReason.MayHaveLeft;
        if (!mayHaveLeft && !(isReturn && Status == MessageStatus.Delivered)) return false;

        Status = outcome;
        WithheldWhy = null;
        LeasedUntilUtc = null;
        // A bounce that comes after its person was erased would bring the address back.
        Failure = isReturn && ToAddress != Erasure.Word ? reason?.CutTo(FailureMaxLength) : null;
        if (isReturn) ReturnedAtUtc = atUtc;
        else DeliveredAtUtc = atUtc;
        return true;
    }

    /// <summary>SendGrid took it.</summary>
    public void Accept(string? providerId, DateTime nowUtc)
    {
        Become(MessageStatus.Sent);
        SentAtUtc = nowUtc;
        ProviderId = providerId?.CutTo(ProviderIdMaxLength);
        Failure = null;
    }

    /// <summary>Nobody took it this time: it is tried again, and fails for good once it is a day old.</summary>
    public void Retry(string reason, TimeSpan wait, DateTime nowUtc)
    {
        if (nowUtc - QueuedAtUtc >= GiveUpAfter) Fail($"Given up after a day: {reason}");
        else Await(reason, wait, nowUtc);
    }

    /// <summary>The obstacle is ours and a person's to remove (key, sender): however long it takes, the message waits.</summary>
    public void Await(string reason, TimeSpan wait, DateTime nowUtc)
    {
        Become(MessageStatus.Queued);
        NextAttemptAtUtc = nowUtc + wait;
        Failure = reason.CutTo(FailureMaxLength);
    }

    /// <summary>It will never be taken as it is.</summary>
    public void Fail(string reason)
    {
        Become(MessageStatus.Failed);
        Failure = reason.CutTo(FailureMaxLength);
    }

    public void Withhold(WithheldReason why)
    {
        Become(MessageStatus.Withheld);
        WithheldWhy = why;
    }

    /// <summary>Somebody has decided that it shall leave after all.</summary>
    /// <exception cref="InvalidOperationException">It is not withheld.</exception>
    public void Release(DateTime nowUtc)
    {
        if (Status != MessageStatus.Withheld) throw new InvalidOperationException($"A {Status} message is not released.");

        Status = MessageStatus.Queued;
        WithheldWhy = null;
        Failure = null;
        QueuedAtUtc = nowUtc;
        NextAttemptAtUtc = nowUtc;
    }

    /// <summary>Somebody would have let it leave, but what it says is not so any more.</summary>
    /// <exception cref="InvalidOperationException">It is not withheld.</exception>
    public void Stay(string why)
    {
        if (Status != MessageStatus.Withheld) throw new InvalidOperationException($"A {Status} message does not stay.");

        Failure = why.CutTo(FailureMaxLength);
    }

    private void Become(MessageStatus to)
    {
        if (Status != MessageStatus.Queued) throw new InvalidOperationException($"A {Status} message is not sent.");

        Status = to;
        LeasedUntilUtc = null;
    }

}

public sealed record MessageBody(string Subject, string Html, string Text, string? Calendar = null, string? UnsubscribeUrl = null);

public enum MessageStatus
{
    Queued,
    Sent,
    Delivered,
    Bounced,
    Dropped,
    Failed,

    /// <summary>Written, and not to be sent; see <see cref="WithheldReason"/>.</summary>
    Withheld,
}

public enum WithheldReason
{
    /// <summary>Outside Production, to somebody who is not on the allow-list.</summary>
    NotAllowed,

    /// <summary>The database was restored from an older copy, and it may have left before.</summary>
    MayHaveLeft,
}
