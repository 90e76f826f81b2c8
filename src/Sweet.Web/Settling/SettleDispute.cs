using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Cases;
using Sweet.Domain.Disputes;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;
using Sweet.Web.Cases;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Payments;

namespace Sweet.Web.Settling;

/// <summary>Makes our rows agree with a dispute at Stripe. The seat is not touched without a person.</summary>
public sealed class SettleDispute(SweetDbContext db, StripeDisputes stripe, PaymentOwner paymentOwner, Outbox outbox, TimeProvider clock)
{
    public async Task For(string disputeId, Actor by, StripeNotice? notice, CancellationToken ct)
    {
        if (await db.HasTakenIn(notice, ct)) return;

        var isTaken = false;
        while (!isTaken)
        {
            // News of the same dispute may overtake these between question and lock: then Stripe is asked again.
            var seen = await db.Disputes.Where(d => d.StripeDisputeId == disputeId).Select(d => d.StripeStatus).SingleOrDefaultAsync(ct);
            isTaken = await Take(await stripe.Find(disputeId, ct), seen, by, notice, ct);
        }
    }

    /// <summary>All disputes of a payment, whether their events came or not.</summary>
    public async Task OfPayment(string paymentIntentId, Actor by, CancellationToken ct)
    {
        foreach (var facts in await stripe.Of(paymentIntentId, ct)) await For(facts.DisputeId, by, notice: null, ct);
    }

    /// <returns>False if our row no longer says what it said before Stripe was asked.</returns>
    private async Task<bool> Take(DisputeFacts facts, string? seen, Actor by, StripeNotice? notice, CancellationToken ct)
    {
        var place = await paymentOwner.Of(facts.PaymentIntentId, by, ct);
        if (place is null) return true;

        return await db.InTransaction(
            async transaction =>
            {
                await db.LockCohort(place.CohortId, ct);
                if (await db.HasTakenIn(notice, ct)) return true;

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                var enrollment = await db.Enrollments.Whole().SingleAsync(e => e.Id == place.EnrollmentId, ct);
                if (seen != enrollment.Order.Disputes.SingleOrDefault(d => d.StripeDisputeId == facts.DisputeId)?.StripeStatus) return false;

                var changed = enrollment.Order.Apply(facts, by, nowUtc);
                if (changed is not null) await Tell(enrollment, changed, by, nowUtc, ct);
                db.TakeIn(notice, changed?.StripeStatus ?? "Nothing", nowUtc);
                await db.SaveChangesAsync(ct);
                await transaction.CommitAsync(ct);
                return true;
            },
            ct);
    }

    private async Task Tell(Enrollment enrollment, Dispute dispute, Actor by, DateTime nowUtc, CancellationToken ct)
    {
        if (dispute.Status == DisputeStatus.Lost) await GiveUpRefunds(enrollment, dispute, by, nowUtc, ct);
        if (dispute.Status == DisputeStatus.Lost) await db.CloseCases(OpenCaseKind.DisputeWonBack, dispute, except: null, by, nowUtc, ct);
        if (dispute.Status == DisputeStatus.Won) await db.CloseCases(OpenCaseKind.DisputeLost, dispute, except: null, by, nowUtc, ct);

        var openCase = dispute.CaseFor(nowUtc);
        var stays = openCase is { Kind: OpenCaseKind.DisputeOpened } ? openCase.Occurrence : (int?)null;
        if (dispute.Status != DisputeStatus.Open || stays is not null) await db.CloseCases(OpenCaseKind.DisputeOpened, dispute, stays, by, nowUtc, ct);
        if (openCase is not null) await db.OpenOnce(openCase, outbox, ct);
    }

    private async Task GiveUpRefunds(Enrollment enrollment, Dispute lost, Actor by, DateTime nowUtc, CancellationToken ct)
    {
        var replacement = new RefundRules(enrollment.Order, by, nowUtc).Lost(lost);
        foreach (var refund in replacement.GivenUp) await outbox.RefundMoved(enrollment, refund, nowUtc, ct);
        foreach (var refund in replacement.Anew) await outbox.RefundRequested(enrollment, refund, nowUtc, ct);
    }
}
