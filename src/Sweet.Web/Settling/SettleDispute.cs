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
using Sweet.Web.Email.Letters.Refunds;
using Sweet.Web.Payments;

namespace Sweet.Web.Settling;

/// <summary>Makes our rows agree with a dispute at Stripe. The seat is not touched without a person.</summary>
public sealed class SettleDispute(SweetDbContext db, StripeDisputes stripe, PaymentOwner paymentOwner, Outbox outbox, TimeProvider clock)
{
    public async Task Settle(string disputeId, Actor by, StripeNotice? notice, CancellationToken ct)
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
    public async Task SettleAll(string paymentIntentId, Actor by, CancellationToken ct)
    {
        foreach (var facts in await stripe.FindAll(paymentIntentId, ct)) await Settle(facts.DisputeId, by, notice: null, ct);
    }

    /// <returns>False if our row no longer says what it said before Stripe was asked.</returns>
    private async Task<bool> Take(DisputeFacts facts, string? seen, Actor by, StripeNotice? notice, CancellationToken ct)
    {
        var place = await paymentOwner.Find(facts.PaymentIntentId, by, ct);
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
                await transaction.SaveAndCommit(ct);
                return true;
            },
            ct);
    }

    private async Task Tell(Enrollment enrollment, Dispute dispute, Actor by, DateTime nowUtc, CancellationToken ct)
    {
        if (dispute.Status == DisputeStatus.Lost) await GiveUpRefunds(enrollment, dispute, by, nowUtc, ct);
        var owed = dispute.Status == DisputeStatus.Won ? new RefundRules(enrollment.Order, by, nowUtc).Won(dispute) : null;
        if (owed is not null) await outbox.Tell(new RefundedLetter(enrollment, owed), nowUtc, ct);
        if (dispute.Status == DisputeStatus.Won) await db.CloseCases(OpenCaseKind.DisputeLost, dispute, except: null, by, nowUtc, ct);

        var openCase = owed is null ? dispute.CaseFor(nowUtc) : null;
        var stays = openCase is { Kind: OpenCaseKind.DisputeOpened } ? openCase.Subject : null;
        if (dispute.Status != DisputeStatus.Open || stays is not null) await db.CloseCases(OpenCaseKind.DisputeOpened, dispute, stays, by, nowUtc, ct);
        if (openCase is not null) await db.OpenOnce(openCase, outbox, ct);
    }

    private async Task GiveUpRefunds(Enrollment enrollment, Dispute lost, Actor by, DateTime nowUtc, CancellationToken ct)
    {
        var replacement = new RefundRules(enrollment.Order, by, nowUtc).Lost(lost);
        foreach (var refund in replacement.GivenUp) await outbox.Tell(RefundMovedLetter.For(enrollment, refund), nowUtc, ct);
        foreach (var refund in replacement.Anew) await outbox.Tell(new RefundedLetter(enrollment, refund), nowUtc, ct);
    }
}
