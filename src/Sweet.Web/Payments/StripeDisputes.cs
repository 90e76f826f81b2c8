using Stripe;
using Sweet.Domain;
using Sweet.Domain.Disputes;
using Sweet.Domain.Settlements;

namespace Sweet.Web.Payments;

public sealed class StripeDisputes(IStripeClient stripe, StripeCall calls)
{
    private const int PageSize = 100;

    private readonly DisputeService disputes = new(stripe);

    public async Task<DisputeFacts> Find(string disputeId, CancellationToken ct)
    {
        return FactsOf(await calls.Make(token => disputes.GetAsync(disputeId, cancellationToken: token), ct));
    }

    /// <summary>All that Stripe knows of the disputes of a payment.</summary>
    public async Task<IReadOnlyList<DisputeFacts>> FindAll(string paymentIntentId, CancellationToken ct)
    {
        var options = new DisputeListOptions { PaymentIntent = paymentIntentId, Limit = PageSize };
        var page = await calls.Make(token => disputes.ListAsync(options, cancellationToken: token), ct);
        return [.. page.Data.Select(FactsOf)];
    }

    private static DisputeFacts FactsOf(Stripe.Dispute dispute)
    {
        var amount = new Money(dispute.Amount, dispute.Currency.ToUpperInvariant());
        return new DisputeFacts(
            dispute.Id, dispute.PaymentIntentId ?? "", StatusOf(dispute.Status), dispute.Status, dispute.Reason ?? "", amount)
        {
            AllowsRefund = dispute.IsChargeRefundable,
        };
    }

    // "prevented" and a closed inquiry took no money; a word that we do not know is looked at, so it stays open.
    private static DisputeStatus StatusOf(string status) => status switch
    {
        "won" or "warning_closed" or "prevented" => DisputeStatus.Won,
        "lost" => DisputeStatus.Lost,
        _ => DisputeStatus.Open,
    };
}
