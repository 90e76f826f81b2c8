using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Wording.Office;

namespace Sweet.Web.Features.Staff.Enrollments.Timelines;

/// <summary>An email to the student, without its text.</summary>
public sealed record SentEmail
{
    public int Id { get; init; }

    public required string Subject { get; init; }

    public required string ToAddress { get; init; }

    public Recipient Recipient { get; init; }

    public MessageStatus Status { get; init; }

    public string? Failure { get; init; }

    public WithheldReason? WithheldWhy { get; init; }

    public DateTime QueuedAtUtc { get; init; }

    /// <summary>When it was last heard of; null while it waits.</summary>
    public DateTime? LastAtUtc { get; init; }

    public DateTime NextAttemptAtUtc { get; init; }

    /// <param name="address">The one that the enrollment has now.</param>
    public TimelineItem ToItem(string address, DateTime nowUtc)
    {
        var isBad = Status is MessageStatus.Bounced or MessageStatus.Dropped or MessageStatus.Failed;
        var to = ToAddress == address ? "" : $" to {EmailAddress.Shown(ToAddress)}";
        var why = WithheldWhy is { } reason ? reason.InWords() : isBad ? Failure : null;
        return new TimelineItem(WhenAt(nowUtc), TimelineGroup.Emails, Status.InWords(), Status.Teller())
        {
            Mark = isBad ? "bad" : null,
            MessageId = CanBeResentTo(address) ? Id : null,
            Rest = $"“{Subject}”{to}{(why is null ? "" : $": {why}")}",
        };
    }

    // Whether it is still true is asked on its page.
    private bool CanBeResentTo(string address) =>
        Recipient == Recipient.Student && ToAddress == address && Status is not (MessageStatus.Queued or MessageStatus.Withheld);

    private DateTime WhenAt(DateTime nowUtc) =>
        LastAtUtc ?? (Status == MessageStatus.Queued && NextAttemptAtUtc > nowUtc ? NextAttemptAtUtc : QueuedAtUtc);
}
