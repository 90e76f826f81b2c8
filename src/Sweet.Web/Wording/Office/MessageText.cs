using Sweet.Domain.Messages;

namespace Sweet.Web.Wording.Office;

/// <summary>What became of an email, as staff read of it.</summary>
public static class MessageText
{
    public static string InWords(this MessageStatus status) => status switch
    {
        MessageStatus.Queued => "Email waits in the outbox",
        MessageStatus.Sent => "Email sent",
        MessageStatus.Delivered => "Email delivered",
        MessageStatus.Bounced => "Email bounced",
        MessageStatus.Dropped => "Email dropped by SendGrid",
        MessageStatus.Failed => "Email failed for good",
        MessageStatus.Withheld => "Email withheld",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static string InWords(this WithheldReason reason) => reason switch
    {
        WithheldReason.NotAllowed => "a test system emails only who is on its list",
        WithheldReason.MayHaveLeft => "it may have left before the database was restored",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    /// <summary>Who says so.</summary>
    public static string Teller(this MessageStatus status) =>
        status is MessageStatus.Delivered or MessageStatus.Bounced or MessageStatus.Dropped ? "SendGrid" : "outbox";
}
