namespace Sweet.Sandbox.SendGrid;

/// <summary>The account at SendGrid.</summary>
public sealed class SendGridStandIn
{
    internal SendGridStandIn(Inbox inbox) => Inbox = inbox;

    /// <summary>The key that calls must carry.</summary>
    public string ApiKey { get; set; } = "SG.sandbox0123456789.abcdefghijklmnopqrstuvwxyz";

    public Inbox Inbox { get; }
}
