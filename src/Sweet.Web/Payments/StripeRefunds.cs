using Stripe;
using Sweet.Domain;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;

// Stripe.net has a class of that name too.
using RefundRow = Sweet.Domain.Refunds.Refund;

namespace Sweet.Web.Payments;

/// <summary>Refunds: asked for from a stored row, and asked how they stand.</summary>
public sealed class StripeRefunds(IStripeClient stripe, StripeCall calls)
{
    private const int PageSize = 100;

    private readonly RefundService refunds = new(stripe);

    /// <summary>Asks for the refund of a row. Repeatable: every parameter and the key come from the stored row.</summary>
    public async Task<RefundFacts> Create(RefundRow refund, CancellationToken ct)
    {
        var options = new RefundCreateOptions
        {
            PaymentIntent = refund.Payment.IdAtStripe,
            Amount = refund.AmountMinor,
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [StripeMetadata.Refund] = StripeMetadata.Write(refund.Id),
                [StripeMetadata.Reason] = refund.Reason.ToString(),
            },
        };
        var request = new RequestOptions { IdempotencyKey = refund.IdempotencyKey };
        return FactsOf(await calls.Make(token => refunds.CreateAsync(options, request, token), ct));
    }

    /// <summary>How the refund stands now, or null if Stripe does not know it.</summary>
    public async Task<RefundFacts?> Find(string refundId, CancellationToken ct) =>
        await calls.Find(token => refunds.GetAsync(refundId, cancellationToken: token), ct) is { } refund ? FactsOf(refund) : null;

    /// <summary>All that Stripe knows of the refunds of a payment.</summary>
    public async Task<IReadOnlyList<RefundFacts>> FindAll(string paymentIntentId, CancellationToken ct)
    {
        var options = new RefundListOptions { PaymentIntent = paymentIntentId, Limit = PageSize };
        var page = await calls.Find(token => refunds.ListAsync(options, cancellationToken: token), ct);
        return [.. page?.Data.Select(FactsOf) ?? []];
    }

    internal static RefundFacts FactsOf(Stripe.Refund refund)
    {
        var reference = refund.Metadata.Id(StripeMetadata.Refund);
        var amount = new Money(refund.Amount, refund.Currency.ToUpperInvariant());
        return new RefundFacts(refund.Id, refund.PaymentIntentId ?? "", StatusOf(refund.Status), amount, reference, refund.FailureReason)
        {
            StripeStatus = refund.Status,
            PendingReason = refund.PendingReason,
            StripeReason = refund.Reason,
            CreatedAtUtc = refund.Created,
            Reason = Enum.TryParse<RefundReason>(refund.Metadata?.GetValueOrDefault(StripeMetadata.Reason), out var reason) ? reason : null,
        };
    }

    // A word that we do not know is on its way as far as we can tell.
    internal static RefundStatus StatusOf(string? status) => StripeWords.RefundStatusOf(status) ?? RefundStatus.Pending;
}
