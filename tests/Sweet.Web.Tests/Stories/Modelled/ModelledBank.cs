using Sweet.Sandbox.Stripe;
using Sweet.Sandbox.Stripe.Objects;

namespace Sweet.Web.Tests.Stories.Modelled;

/// <summary>The bank of whoever paid: it may ask, contest, take the money back and be overruled. One dispute a payment.</summary>
internal sealed class ModelledBank(StripeStandIn stripe)
{
    private const string Inquiry = "warning_needs_response";

    private static readonly string[] Open = [Inquiry, "needs_response", "under_review"];

    public Task Asks(string intent) => DisputeOf(intent) is null ? stripe.Dispute(intent, status: Inquiry) : Task.CompletedTask;

    /// <summary>From the start, or after it had only asked.</summary>
    public Task Contests(string intent) => DisputeOf(intent) switch
    {
        null => stripe.Dispute(intent),
        { Status: Inquiry } asked => stripe.MoveDispute(asked.Id, "needs_response"),
        _ => Task.CompletedTask,
    };

    public Task Reviews(string intent) => Moves(intent, to: "under_review", "needs_response");

    public Task TakesBack(string intent) => Moves(intent, to: "lost", "needs_response", "under_review");

    public Task IsOverruled(string intent) => Moves(intent, to: "won", "lost");

    public Task IsPrevented(string intent) => Moves(intent, to: "prevented", "needs_response");

    public async Task GivesIn(string intent)
    {
        if (DisputeOf(intent) is { } open && Open.Contains(open.Status, StringComparer.Ordinal))
            await stripe.MoveDispute(open.Id, open.Status == Inquiry ? "warning_closed" : "won");
    }

    /// <summary>Whatever is still contested, also of seats that were given back long since.</summary>
    public async Task GivesInEverywhere()
    {
        foreach (var dispute in stripe.Disputes) await GivesIn(dispute.PaymentIntent);
    }

    private Dispute? DisputeOf(string intent) => stripe.Disputes.SingleOrDefault(d => d.PaymentIntent == intent);

    private Task Moves(string intent, string to, params string[] from) =>
        DisputeOf(intent) is { } dispute && from.Contains(dispute.Status, StringComparer.Ordinal) ? stripe.MoveDispute(dispute.Id, to) : Task.CompletedTask;
}
