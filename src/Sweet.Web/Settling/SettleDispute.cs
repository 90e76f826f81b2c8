using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Cases;
using Sweet.Domain.Disputes;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;
using Sweet.Web.Cases;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Refunds;
using Sweet.Web.Payments;

namespace Sweet.Web.Settling;

/// <summary>Makes our rows agree with a dispute at Stripe. The seat is not touched without a person.</summary>
public sealed class SettleDispute(SweetDbContext db, StripeDisputes stripe, SettleOnce once, Outbox outbox)
{
    public Task Settle(string disputeId, Actor by, StripeNotice? notice, CancellationToken ct) => once.Settle(
        notice,
        seen: () => db.Disputes.Where(d => d.StripeDisputeId == disputeId).Select(d => d.StripeStatus).SingleOrDefaultAsync(ct),
        // What Stripe does not know is not ours.
        take: async seen => await stripe.Find(disputeId, ct) is not { } facts || await Take(facts, seen, by, notice, ct),
        ct);

    /// <summary>All disputes of a payment, whether their events came or not.</summary>
    public async Task SettleAll(string paymentIntentId, Actor by, CancellationToken ct)
    {
        foreach (var facts in await stripe.FindAll(paymentIntentId, ct)) await Settle(facts.DisputeId, by, notice: null, ct);
    }

    /// <returns>False if our row no longer says what it said before Stripe was asked.</returns>
    private Task<bool> Take(DisputeFacts facts, string? seen, Actor by, StripeNotice? notice, CancellationToken ct) => once.Take(
        facts.PaymentIntentId,
        by,
        notice,
        isAsSeen: order => seen == order.Disputes.SingleOrDefault(d => d.StripeDisputeId == facts.DisputeId)?.StripeStatus,
        decide: async (enrollment, nowUtc) =>
        {
            var changed = enrollment.Order.Apply(facts, by, nowUtc);
            if (changed is not null) await Tell(enrollment, changed, by, nowUtc, ct);
            return changed?.StripeStatus;
        },
        ct);

    private async Task Tell(Enrollment enrollment, Dispute dispute, Actor by, DateTime nowUtc, CancellationToken ct)
    {
        if (dispute.Status == DisputeStatus.Lost) await GiveUpRefunds(enrollment, dispute, by, nowUtc, ct);
        if (dispute.Status == DisputeStatus.Lost) await db.CloseCases(OpenCaseKind.DisputeWonBack, dispute, except: null, by, nowUtc, ct);
        if (dispute.Status == DisputeStatus.Won) await db.CloseCases(OpenCaseKind.DisputeLost, dispute, except: null, by, nowUtc, ct);

        var openCase = dispute.CaseFor(nowUtc, await MovedTo(enrollment, ct));
        var stays = openCase is { Kind: OpenCaseKind.DisputeOpened } ? openCase.Occurrence : (int?)null;
        var isAnswered = dispute.Status != DisputeStatus.Open || stays is not null;
        if (isAnswered) await db.CloseCases(OpenCaseKind.DisputeOpened, dispute, stays, by, nowUtc, ct);
        if (openCase is not null) await db.OpenOnce(openCase, outbox, ct);
    }

    // A transfer locks the cohort of the old seat too: what is read here stays true.
    private async Task<Order?> MovedTo(Enrollment from, CancellationToken ct) =>
        from.CancelledWhy != CancellationReason.Transferred ? null
        : await db.Orders.Include(o => o.Enrollment).SingleOrDefaultAsync(
            o => o.Enrollment.TransferredFromId == from.Id && o.Enrollment.Status == EnrollmentStatus.Confirmed, ct);

    private async Task GiveUpRefunds(Enrollment enrollment, Dispute lost, Actor by, DateTime nowUtc, CancellationToken ct)
    {
        var waiting = enrollment.Order.WaitingForBalance();
        var replacement = new RefundRules(enrollment.Order, by, nowUtc).Lost(lost);
        foreach (var refund in replacement.GivenUp) await outbox.Tell(RefundMovedLetter.For(enrollment, refund), nowUtc, ct);
        foreach (var refund in replacement.Anew) await outbox.Tell(new RefundedLetter(enrollment, refund), nowUtc, ct);
        await db.CloseBalanceCases(waiting, by, nowUtc, ct);
    }
}
