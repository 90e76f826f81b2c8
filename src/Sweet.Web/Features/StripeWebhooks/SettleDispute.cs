using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Orders;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Payments;

namespace Sweet.Web.Features.StripeWebhooks;

/// <summary>Makes our rows agree with a dispute at Stripe. The seat is not touched without a person.</summary>
public sealed class SettleDispute(SweetDbContext db, StripeDisputes stripe, PaymentOwner paymentOwner, Outbox outbox, TimeProvider clock)
{
    public async Task For(string disputeId, Actor by, StripeNotice? notice, CancellationToken ct)
    {
        if (await db.HasTakenIn(notice, ct)) return;

        var facts = await stripe.Find(disputeId, ct);
        var place = await paymentOwner.Of(facts.PaymentIntentId, by, ct);
        if (place is not null) await Take(place, facts, by, notice, ct);
    }

    private Task<bool> Take(EnrollmentPlace place, DisputeFacts facts, Actor by, StripeNotice? notice, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                await db.LockCohort(place.CohortId, ct);
                if (await db.HasTakenIn(notice, ct)) return false;

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                var enrollment = await db.Enrollments.Whole().SingleAsync(e => e.Id == place.EnrollmentId, ct);
                var changed = enrollment.Order.Apply(facts, by, nowUtc);
                if (changed?.CaseFor(nowUtc) is { } openCase) await db.OpenOnce(openCase, outbox, ct);
                db.TakeIn(notice, changed?.StripeStatus ?? "Nothing", nowUtc);
                await db.SaveChangesAsync(ct);
                await transaction.CommitAsync(ct);
                return true;
            },
            ct);
}
