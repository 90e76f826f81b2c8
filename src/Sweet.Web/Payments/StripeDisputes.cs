using Stripe;
using Sweet.Domain;
using Sweet.Domain.Settlements;

namespace Sweet.Web.Payments;

public sealed class StripeDisputes(IStripeClient stripe, StripeCall calls)
{
    private const int PageSize = 100;

    private readonly DisputeService disputes = new(stripe);

    /// <summary>How the dispute stands now, or null if Stripe does not know it.</summary>
    public async Task<DisputeFacts?> Find(string disputeId, CancellationToken ct) =>
        await calls.Find(token => disputes.GetAsync(disputeId, cancellationToken: token), ct) is { } dispute ? FactsOf(dispute) : null;

    /// <summary>All that Stripe knows of the disputes of a payment.</summary>
    public async Task<IReadOnlyList<DisputeFacts>> FindAll(string paymentIntentId, CancellationToken ct)
    {
        var options = new DisputeListOptions { PaymentIntent = paymentIntentId, Limit = PageSize };
        var page = await calls.Find(token => disputes.ListAsync(options, cancellationToken: token), ct);
        return [.. page?.Data.Select(FactsOf) ?? []];
    }

    private static DisputeFacts FactsOf(Stripe.Dispute dispute)
    {
        var amount = new Money(dispute.Amount, dispute.Currency.ToUpperInvariant());
        var status = StripeWords.DisputeStatusOf(dispute.Status);
        return new DisputeFacts(dispute.Id, dispute.PaymentIntentId ?? "", status, dispute.Status, dispute.Reason ?? "", amount)
        {
            AllowsRefund = dispute.IsChargeRefundable,
            AnswerDueUtc = dispute.EvidenceDetails?.DueBy,
        };
    }
}
