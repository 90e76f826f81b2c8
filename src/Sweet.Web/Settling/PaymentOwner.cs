using Sweet.Domain;
using Sweet.Web.Data;
using Sweet.Web.Payments;

namespace Sweet.Web.Settling;

/// <summary>Finds the enrollment that a payment at Stripe belongs to.</summary>
public sealed class PaymentOwner(SweetDbContext db, StripeCheckout stripe, SettleCheckout settleCheckout)
{
    /// <remarks>Stripe may tell of a refund or dispute before it tells of the payment: the payment is settled first.</remarks>
    /// <returns>Null if the payment is not ours.</returns>
    public async Task<EnrollmentInCohort?> Find(string paymentIntentId, Actor by, CancellationToken ct)
    {
        // A charge without a payment intent was never made by a session of ours.
        if (paymentIntentId.Length == 0) return null;
        if (await Known(paymentIntentId, ct) is { } found) return found;

        var report = await stripe.FindByPayment(paymentIntentId, ct);
        if (report is null) return null;

        await settleCheckout.Take(report, by, notice: null, ct);
        return await Known(paymentIntentId, ct);
    }

    private Task<EnrollmentInCohort?> Known(string paymentIntentId, CancellationToken ct) =>
        db.FindInCohort(db.Payments.Where(p => p.PaymentIntentId == paymentIntentId).Select(p => p.Order), ct);
}
