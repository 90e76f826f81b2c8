namespace Sweet.Sandbox.SendGrid.Events;

/// <param name="Status">What the receiver answered, or null when no answer came.</param>
public sealed record EventDelivery(IReadOnlyList<MailEvent> Events, DateTimeOffset At, int? Status, string? Failure)
{
    public bool Succeeded => Status is >= 200 and < 300;
}
