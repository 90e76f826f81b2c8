using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Orders;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Payments;

namespace Sweet.Web.Features.StripeWebhooks;

/// <summary>Makes our rows agree with a refund at Stripe, ours or one made in its dashboard.</summary>
public sealed class SettleRefund(SweetDbContext db, StripeRefunds stripe, PaymentOwner paymentOwner, Outbox outbox, TimeProvider clock)
{
    public async Task For(string refundId, Actor by, StripeNotice? notice, CancellationToken ct)
    {
        if (await db.HasTakenIn(notice, ct)) return;

        await Take(await stripe.Find(refundId, ct), by, notice, ct);
    }

    /// <summary>Takes in what Stripe has said of a refund. A payment that is not ours concerns us not.</summary>
    public async Task Take(RefundFacts facts, Actor by, StripeNotice? notice, CancellationToken ct)
    {
        var place = await paymentOwner.Of(facts.PaymentIntentId, by, ct);
        if (place is null) return;

        await db.InTransaction(
            async transaction =>
            {
                await db.LockCohort(place.CohortId, ct);
                if (await db.HasTakenIn(notice, ct)) return false;

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                var enrollment = await db.Enrollments.Whole().SingleAsync(e => e.Id == place.EnrollmentId, ct);
                var changed = enrollment.Order.Apply(facts, by, nowUtc);
                if (changed is not null) new SettlementRules(enrollment.Cohort, enrollment.Order, by, nowUtc).EndAsBefore(changed);
                if (changed?.CaseFor(nowUtc) is { } openCase) await db.OpenOnce(openCase, outbox, ct);
                db.TakeIn(notice, changed?.Status.ToString() ?? "Nothing", nowUtc);
                await db.SaveChangesAsync(ct);
                await transaction.CommitAsync(ct);
                return true;
            },
            ct);
    }

    /// <summary>Stripe will not do it: the refund has failed, and a person decides.</summary>
    public async Task Refuse(int refundId, string reason, Actor by, CancellationToken ct)
    {
        var place = await db.PlaceOf(e => e.Order.Refunds.Any(r => r.Id == refundId), ct);
        await db.InTransaction(
            async transaction =>
            {
                await db.LockCohort(place!.CohortId, ct);
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                var enrollment = await db.Enrollments.Whole().SingleAsync(e => e.Id == place.EnrollmentId, ct);
                var refund = enrollment.Order.Refunds.Single(r => r.Id == refundId);
                if (refund.Status != RefundStatus.Requested) return false;

                enrollment.Order.Refuse(refund, reason, by, nowUtc);
                await db.OpenOnce(OpenCase.ForRefund(refund, nowUtc), outbox, ct);
                await db.SaveChangesAsync(ct);
                await transaction.CommitAsync(ct);
                return true;
            },
            ct);
    }
}
