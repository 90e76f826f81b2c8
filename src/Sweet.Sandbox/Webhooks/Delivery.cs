using Sweet.Sandbox.Stripe.Objects;

namespace Sweet.Sandbox.Webhooks;

/// <param name="Status">What the receiver answered, or null when no answer came.</param>
public sealed record Delivery(StripeEvent Event, DateTimeOffset At, int? Status, string? Failure)
{
    public bool Succeeded => Status is >= 200 and < 300;
}
