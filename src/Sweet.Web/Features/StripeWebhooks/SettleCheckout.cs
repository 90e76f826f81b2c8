using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Hosting;
using Sweet.Web.Payments;

namespace Sweet.Web.Features.StripeWebhooks;

/// <summary>
/// Makes our rows agree with a session at Stripe: called by webhook, landing page and reconciliation alike,
/// in any order and as often as they like.
/// </summary>
public sealed class SettleCheckout(SweetDbContext db, StripeCheckout stripe, Outbox outbox, TimeProvider clock, SweetMetrics metrics)
{
    /// <param name="notice">The webhook that brought it, or null; it takes effect once.</param>
    public async Task<Settlement> For(string sessionId, Actor by, StripeNotice? notice, CancellationToken ct)
    {
        if (await db.HasTakenIn(notice, ct)) return Settlement.Nothing;

        // The notice is only a trigger: the session itself is the truth, whatever the order of events.
        var report = await stripe.Find(sessionId, ct);
        return report is null ? Settlement.Nothing : await Take(report, by, notice, ct);
    }

    /// <summary>Sees to it that a session can be paid no more; one that is complete already is settled.</summary>
    /// <returns>Whether Stripe agrees that it ended unpaid.</returns>
    public async Task<bool> Expire(string sessionId, Actor by, CancellationToken ct)
    {
        var report = await stripe.Expire(sessionId, ct);
        if (report is { Facts.State: SessionState.Complete }) await Take(report, by, notice: null, ct);
        return report is null or { Facts.State: SessionState.Expired };
    }

    /// <summary>Takes in what Stripe has said of a session.</summary>
    public async Task<Settlement> Take(SessionReport report, Actor by, StripeNotice? notice, CancellationToken ct)
    {
        if (report.Number is null) return Settlement.Nothing;

        var place = await PlaceOf(report, ct);
        var settlement = place is null ? await Unclaimed(report, notice, ct) : await Settle(place, report, by, notice, ct);
        Count(settlement);
        return settlement;
    }

    private Task<Settlement> Settle(EnrollmentPlace place, SessionReport report, Actor by, StripeNotice? notice, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                await db.LockCohort(place.CohortId, ct);
                if (await db.HasTakenIn(notice, ct)) return Settlement.Nothing;

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                var enrollment = await db.Enrollments.Whole().SingleAsync(e => e.Id == place.EnrollmentId, ct);
                var otherLive = await OtherLive(enrollment, ct);
                var checkout = enrollment.Order.CheckoutFor(report.Facts.SessionId, report.Attempt);
                var settlement = new SettlementRules(enrollment.Cohort, enrollment.Order, by, nowUtc).Settle(checkout, report.Facts, otherLive);
                await Tell(settlement, enrollment, nowUtc, ct);
                db.TakeIn(notice, settlement.ToString(), nowUtc);
                await db.SaveChangesAsync(ct);
                await transaction.CommitAsync(ct);
                return settlement;
            },
            ct);

    private async Task Tell(Settlement settlement, Enrollment enrollment, DateTime nowUtc, CancellationToken ct)
    {
        var order = enrollment.Order;
        switch (settlement)
        {
            case Settlement.Confirmed:
                await outbox.EnrollmentConfirmed(enrollment, nowUtc, ct);
                break;
            case Settlement.HoldEnded:
                await outbox.HoldEnded(enrollment, nowUtc, ct);
                break;
            case Settlement.PaymentFailed:
                await outbox.PaymentFailed(enrollment, order.Payments.Last(p => p.Status == PaymentStatus.Failed), nowUtc, ct);
                break;
            case Settlement.RefundRequested:
                await outbox.RefundRequested(enrollment, order.Refunds[^1], nowUtc, ct);
                break;
            case Settlement.CaseOpened:
                await db.OpenOnce(OpenCase.ForPayment(order.Payments.Last(p => p.Decision == PaymentDecision.OpenCase), contradiction: null, nowUtc), outbox, ct);
                break;
        }
    }

    // Money that names an enrollment which we do not have: nothing of it may be lost.
    private Task<Settlement> Unclaimed(SessionReport report, StripeNotice? notice, CancellationToken ct) =>
        report.Facts.Payment is not { Status: PaymentStatus.Succeeded } payment
            ? Task.FromResult(Settlement.Nothing)
            : db.InTransaction(
                async transaction =>
                {
                    if (await db.HasTakenIn(notice, ct)) return Settlement.Nothing;

                    var nowUtc = clock.GetUtcNow().UtcDateTime;
                    await db.OpenOnce(OpenCase.ForUnclaimed(payment, report.Number!, nowUtc), outbox, ct);
                    db.TakeIn(notice, nameof(Settlement.CaseOpened), nowUtc);
                    await db.SaveChangesAsync(ct);
                    await transaction.CommitAsync(ct);
                    return Settlement.CaseOpened;
                },
                ct);

    // Matched by session, not by order; a session whose address was never saved is matched by what it says of itself.
    private async Task<EnrollmentPlace?> PlaceOf(SessionReport report, CancellationToken ct) =>
        await db.PlaceOf(e => e.Order.Checkouts.Any(c => c.SessionId == report.Facts.SessionId), ct)
        ?? await db.PlaceOf(e => e.Number == report.Number && e.Order.Checkouts.Any(c => c.Attempt == report.Attempt && c.SessionId == null), ct);

    private Task<Enrollment?> OtherLive(Enrollment enrollment, CancellationToken ct) =>
        db.Enrollments.Live().SingleOrDefaultAsync(
            e => e.CohortId == enrollment.CohortId && e.EmailKey == enrollment.EmailKey && e.Id != enrollment.Id, ct);

    private void Count(Settlement settlement)
    {
        if (settlement == Settlement.Confirmed) metrics.EnrollmentConfirmed();
        if (settlement == Settlement.HoldEnded) metrics.EnrollmentExpired();
        if (settlement is Settlement.Confirmed or Settlement.RefundRequested or Settlement.CaseOpened or Settlement.PaymentFailed)
            metrics.PaymentSettled(settlement.ToString());
        if (settlement == Settlement.RefundRequested) metrics.RefundRequested("automatic");
    }
}
