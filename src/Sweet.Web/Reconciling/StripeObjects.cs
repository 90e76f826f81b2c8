using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Orders;
using Sweet.Domain.Reconciliation;
using Sweet.Domain.Settlements;
using Sweet.Web.Data;
using Sweet.Web.Payments;
using Sweet.Web.Settling;

namespace Sweet.Web.Reconciling;

/// <summary>
/// Stripe's objects made since a moment, against our rows: only those are settled on which we do not agree.
/// What belongs to other products on the same account is passed over.
/// </summary>
public sealed class StripeObjects(
    SweetDbContext db, StripeListings listings, SettleCheckout settleCheckout, SettleRefund settleRefund, SettleDispute settleDispute)
{
    public Task<Batch> Next(ReconciliationRun run, Actor by, CancellationToken ct) => run.Step switch
    {
        ReconciliationStep.StripeSessions => Sessions(run, by, ct),
        ReconciliationStep.StripePayments => Payments(run, by, ct),
        ReconciliationStep.StripeRefunds => Refunds(run, by, ct),
        ReconciliationStep.StripeDisputes => Disputes(run, by, ct),
        _ => throw new ArgumentOutOfRangeException(nameof(run), run.Step, null),
    };

    private async Task<Batch> Sessions(ReconciliationRun run, Actor by, CancellationToken ct)
    {
        var page = await listings.Sessions(run.SinceUtc, run.Cursor, ct);
        var ours = page.Objects.Where(s => s.Number is not null).ToList();
        var ids = ours.Select(s => s.Id).ToList();
        var numbers = ours.Select(s => s.Number!).ToList();
        var known = await db.Checkouts.Where(c => ids.Contains(c.SessionId!))
            .ToDictionaryAsync(c => c.SessionId!, c => c.Status, StringComparer.Ordinal, ct);
        var enrolled = await db.Enrollments.Where(e => numbers.Contains(e.Number))
            .Select(e => e.Number).ToHashSetAsync(StringComparer.Ordinal, ct);
        var differing = ours.Where(s => known.TryGetValue(s.Id, out var status)
            ? Differs(s.State, status)
            : s.State == SessionState.Complete || (s.State == SessionState.Open && enrolled.Contains(s.Number!)));
        return BatchOf(
            page, differing, s => token => settleCheckout.Settle(s.Id, by, notice: null, token), failsWith: s => s.PaymentIntentId);
    }

    // A session whose attempt has failed was never shown: it matters only once it is paid all the same.
    private static bool Differs(SessionState theirs, CheckoutStatus ours) => theirs switch
    {
        SessionState.Complete => ours != CheckoutStatus.Complete,
        SessionState.Expired => ours is CheckoutStatus.Open or CheckoutStatus.Starting,
        _ => false,
    };

    private async Task<Batch> Payments(ReconciliationRun run, Actor by, CancellationToken ct)
    {
        var page = await listings.Payments(run.SinceUtc, run.Cursor, ct);
        var ids = page.Objects.Select(p => p.Id).ToList();
        var known = await db.Payments.Where(p => ids.Contains(p.PaymentIntentId!))
            .ToDictionaryAsync(p => p.IdAtStripe, p => p.Status, StringComparer.Ordinal, ct);
        // Its session has just failed: it would not fare better.
        var differing = page.Objects.Where(p => !run.FailedIds.Contains(p.Id, StringComparer.Ordinal))
            .Where(p => known.TryGetValue(p.Id, out var status)
            ? p.State is { } theirs && theirs != status
            : p.Number is not null && p.State is PaymentStatus.Succeeded or PaymentStatus.Processing);
        return BatchOf(page, differing, p => token => settleCheckout.SettlePayment(p.Id, by, token));
    }

    private async Task<Batch> Refunds(ReconciliationRun run, Actor by, CancellationToken ct)
    {
        var page = await listings.Refunds(run.SinceUtc, run.Cursor, ct);
        var ours = await OfOurPayments(page, ct);
        var ids = ours.Select(r => r.Id).ToList();
        var known = await db.Refunds.Where(r => ids.Contains(r.StripeRefundId!))
            .ToDictionaryAsync(r => r.StripeRefundId!, r => r.Status, StringComparer.Ordinal, ct);
        var differing = ours.Where(r => !known.TryGetValue(r.Id, out var status) || status != r.State);
        return BatchOf(page, differing, r => token => settleRefund.Settle(r.Id, by, notice: null, token));
    }

    private async Task<Batch> Disputes(ReconciliationRun run, Actor by, CancellationToken ct)
    {
        var page = await listings.Disputes(run.SinceUtc, run.Cursor, ct);
        var ours = await OfOurPayments(page, ct);
        var ids = ours.Select(d => d.Id).ToList();
        var known = await db.Disputes.Where(d => ids.Contains(d.StripeDisputeId))
            .ToDictionaryAsync(d => d.StripeDisputeId, d => d.StripeStatus, StringComparer.Ordinal, ct);
        var differing = ours.Where(d => known.GetValueOrDefault(d.Id) != d.State);
        return BatchOf(page, differing, d => token => settleDispute.Settle(d.Id, by, notice: null, token));
    }

    private async Task<List<Listed<TState>>> OfOurPayments<TState>(ListedPage<TState> page, CancellationToken ct)
    {
        var ids = page.Objects.Select(o => o.PaymentIntentId).ToList();
        var known = await db.Payments.Where(p => ids.Contains(p.PaymentIntentId!))
            .Select(p => p.PaymentIntentId!).ToHashSetAsync(StringComparer.Ordinal, ct);
        return [.. page.Objects.Where(o => o.Number is not null || known.Contains(o.PaymentIntentId))];
    }

    // Stripe lists the newest first; who paid first has the better right to a seat.
    private static Batch BatchOf<TState>(
        ListedPage<TState> page, IEnumerable<Listed<TState>> differing,
        Func<Listed<TState>, Func<CancellationToken, Task>> settle, Func<Listed<TState>, string>? failsWith = null) => new(
        [.. differing.Reverse().Select(o => new Unsettled(o.Id, settle(o)) { PaymentIntentId = failsWith?.Invoke(o) })],
        page.Cursor, Calls: 1);
}
