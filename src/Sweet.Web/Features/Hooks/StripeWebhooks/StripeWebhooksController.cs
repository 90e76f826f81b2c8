using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Domain;
using Sweet.Domain.Settlements;
using Sweet.Web.Hosting;
using Sweet.Web.Payments;
using Sweet.Web.Settling;

namespace Sweet.Web.Features.Hooks.StripeWebhooks;

/// <summary>Takes in what Stripe tells us. The signature stands in for the antiforgery token.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class StripeWebhooksController(
    StripeSignature signature, SettleCheckout settleCheckout, SettleRefund settleRefund, SettleDispute settleDispute,
    SweetMetrics metrics) : Controller
{
    private const int LargestEvent = 1_000_000;

    /// <summary>What is about an object that has a name at Stripe.</summary>
    private static readonly string[] OurTypes = ["checkout.session.", "refund.", "charge.dispute."];

    /// <remarks>A failure answers 500, so that Stripe repeats.</remarks>
    [HttpPost("/stripe-webhooks")]
    [RequestSizeLimit(LargestEvent)]
    public async Task<IActionResult> Create(CancellationToken ct)
    {
        using var reader = new StreamReader(Request.Body);
        var notice = signature.Verify(await reader.ReadToEndAsync(ct), Request.Headers["Stripe-Signature"]);
        if (notice is null || notice.IsLive != signature.IsLive || (Concerns(notice.Type) && notice.ObjectId.Length == 0))
        {
            metrics.WebhookTaken("refused");
            return BadRequest();
        }

        var outcome = "failed";
        try
        {
            outcome = await Settle(notice, ct);
            return Ok();
        }
        finally
        {
            metrics.WebhookTaken(outcome);
        }
    }

    private static bool Concerns(string type) => OurTypes.Any(start => type.StartsWith(start, StringComparison.Ordinal));

    private async Task<string> Settle(StripeNotice notice, CancellationToken ct)
    {
        var by = Actor.StripeEvent(notice.EventId);
        switch (notice.Type)
        {
            case "checkout.session.completed" or "checkout.session.expired"
                or "checkout.session.async_payment_succeeded" or "checkout.session.async_payment_failed":
                await settleCheckout.Settle(notice.ObjectId, by, notice, ct);
                return "settled";
            case "refund.created" or "refund.updated" or "refund.failed":
                await settleRefund.Settle(notice.ObjectId, by, notice, ct);
                return "settled";
            case "charge.dispute.created" or "charge.dispute.updated" or "charge.dispute.closed":
                await settleDispute.Settle(notice.ObjectId, by, notice, ct);
                return "settled";
            default:
                return "ignored";
        }
    }
}
