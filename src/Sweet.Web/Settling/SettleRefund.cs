using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Restoring;
using Sweet.Domain.Settlements;
using Sweet.Web.Cases;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Refunds;
using Sweet.Web.Payments;

namespace Sweet.Web.Settling;

/// <summary>Makes our rows agree with a refund at Stripe, ours or one made in its dashboard.</summary>
public sealed class SettleRefund(SweetDbContext db, StripeRefunds stripe, SettleOnce once, Outbox outbox, TimeProvider clock)
{
    public Task Settle(string refundId, Actor by, StripeNotice? notice, CancellationToken ct) => once.Settle(
        notice,
        seen: () => db.Refunds.Where(r => r.StripeRefundId == refundId).Select(r => r.StripeStatus).SingleOrDefaultAsync(ct),
        // What Stripe does not know is not ours.
        take: async seen => await stripe.Find(refundId, ct) is not { } facts || await Take(facts, seen, by, notice, ct),
        ct);

    /// <summary>All refunds of a payment, whether their events came or not.</summary>
    public async Task<IReadOnlyList<RefundFacts>> SettleAll(string paymentIntentId, Actor by, CancellationToken ct)
    {
        var all = await stripe.FindAll(paymentIntentId, ct);
        foreach (var facts in all) await Settle(facts.RefundId, by, notice: null, ct);
        return all;
    }

    /// <summary>Before Stripe is asked for a refund: what went back there without our knowing counts.</summary>
    public async Task LookFirst(Refund refund, Actor by, CancellationToken ct)
    {
        var intents = await db.Payments
            .Where(p => p.OrderId == refund.OrderId && p.Status == PaymentStatus.Succeeded && p.PaymentIntentId != null)
            .Select(p => p.PaymentIntentId!).ToListAsync(ct);
        foreach (var intent in intents) await SettleAll(intent, by, ct);
        await Reconsider(refund.Id, by, ct);
    }

    /// <summary>Takes in Stripe's answer to our request, unless news of that refund has overtaken it: then Stripe is asked again.</summary>
    public async Task TakeAnswer(RefundFacts facts, Actor by, CancellationToken ct)
    {
        if (!await Take(facts, seen: null, by, notice: null, ct)) await Settle(facts.RefundId, by, notice: null, ct);
    }

    /// <returns>False if our row no longer says what it said before Stripe was asked.</returns>
    private Task<bool> Take(RefundFacts facts, string? seen, Actor by, StripeNotice? notice, CancellationToken ct) => once.Take(
        facts.PaymentIntentId,
        by,
        notice,
        isAsSeen: order => seen == order.Refunds.SingleOrDefault(r => r.StripeRefundId == facts.RefundId)?.StripeStatus,
        decide: async (enrollment, nowUtc) => (await Apply(enrollment, facts, by, nowUtc, ct))?.Status.ToString(),
        ct);

    /// <summary>Stripe refuses it until our account there holds enough money: student and staff are told, once.</summary>
    public Task AwaitBalance(int refundId, CancellationToken ct) => Change(
        refundId,
        async (enrollment, refund, nowUtc) =>
        {
            if (refund.AwaitBalance()) await Tell(enrollment, refund, nowUtc, ct);
        },
        ct);

    /// <summary>Stripe will not do it: it waits for a bank, was overtaken by what somebody did at Stripe, or has failed.</summary>
    public Task Refuse(int refundId, string reason, Actor by, CancellationToken ct) => Change(
        refundId,
        async (enrollment, refund, nowUtc) =>
        {
            var waiting = enrollment.Order.WaitingForBalance();
            var replacement = new RefundRules(enrollment.Order, by, nowUtc).Refused(refund, reason);
            foreach (var anew in replacement.Anew) await outbox.Tell(new RefundedLetter(enrollment, anew), nowUtc, ct);
            if (refund.Status == RefundStatus.Failed) await Tell(enrollment, refund, nowUtc, ct);
            await db.CloseBalanceCases(waiting, by, nowUtc, ct);
        },
        ct);

    private Task Reconsider(int refundId, Actor by, CancellationToken ct) => Change(
        refundId,
        async (enrollment, refund, nowUtc) =>
        {
            var waiting = enrollment.Order.WaitingForBalance();
            var replacement = new RefundRules(enrollment.Order, by, nowUtc).Reconsidered(refund);
            if (replacement.GivenUp.Count == 0) return;

            foreach (var anew in replacement.Anew) await outbox.Tell(new RefundedLetter(enrollment, anew), nowUtc, ct);
            if (replacement.Anew.Count == 0) await outbox.Tell(RefundMovedLetter.For(enrollment, refund), nowUtc, ct);
            await db.CloseBalanceCases(waiting, by, nowUtc, ct);
        },
        ct);

    private async Task Change(int refundId, Func<Enrollment, Refund, DateTime, Task> change, CancellationToken ct)
    {
        var found = await db.FindInCohort(db.Refunds.Where(r => r.Id == refundId).Select(r => r.Order), ct);
        await db.InTransaction(
            async transaction =>
            {
                var enrollment = await db.LockEnrollment(found!, ct);
                var refund = enrollment.Order.Refunds.Single(r => r.Id == refundId);
                await change(enrollment, refund, clock.GetUtcNow().UtcDateTime);
                await transaction.SaveAndCommit(ct);
            },
            ct);
    }

    private async Task<Refund?> Apply(Enrollment enrollment, RefundFacts facts, Actor by, DateTime nowUtc, CancellationToken ct)
    {
        var waiting = enrollment.Order.WaitingForBalance();
        var (changed, instead) = new RefundRules(enrollment.Order, by, nowUtc).Take(facts);
        if (changed is not null) DecidedBefore.EndAgain(enrollment, changed, by, nowUtc);
        if (changed is not null) await Tell(enrollment, changed, nowUtc, ct);
        foreach (var anew in instead.Anew) await outbox.Tell(new RefundedLetter(enrollment, anew), nowUtc, ct);
        await db.CloseBalanceCases(waiting, by, nowUtc, ct);
        return changed;
    }

    private async Task Tell(Enrollment enrollment, Refund refund, DateTime nowUtc, CancellationToken ct)
    {
        await outbox.Tell(RefundMovedLetter.For(enrollment, refund), nowUtc, ct);
        if (refund.CaseFor(nowUtc) is { } openCase) await db.OpenOnce(openCase, outbox, ct);
        if (refund.WaitsForBalance) await db.OpenBalanceCase(refund, outbox, nowUtc, ct);
    }
}
