using Stripe;
using Sweet.Domain;
using Sweet.Domain.Orders;

namespace Sweet.Web.Payments;

public sealed class StripeDisputes(IStripeClient stripe, StripeCall calls)
{
    private readonly DisputeService disputes = new(stripe);

    public async Task<DisputeFacts> Find(string disputeId, CancellationToken ct)
    {
        var dispute = await calls.Make(token => disputes.GetAsync(disputeId, cancellationToken: token), ct);
        var amount = new Money(dispute.Amount, dispute.Currency.ToUpperInvariant());
        return new DisputeFacts(dispute.Id, dispute.PaymentIntentId ?? "", StatusOf(dispute.Status), dispute.Status, dispute.Reason ?? "", amount);
    }

    // "prevented" and a closed inquiry took no money; a word that we do not know is looked at, so it stays open.
    private static DisputeStatus StatusOf(string status) => status switch
    {
        "won" or "warning_closed" or "prevented" => DisputeStatus.Won,
        "lost" => DisputeStatus.Lost,
        _ => DisputeStatus.Open,
    };
}
