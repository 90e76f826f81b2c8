using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;
using Sweet.Web.Data;

namespace Sweet.Web.Refunding;

/// <summary>The rows of refunds that Stripe is asked for: when each is asked for again, and under which key.</summary>
public sealed partial class RefundAttempts(SweetDbContext db, TimeProvider clock, ILogger<RefundAttempts> log)
{
    private static readonly BackOff Waits = new(First: TimeSpan.FromSeconds(1), Longest: TimeSpan.FromHours(1));

    public Task<Refund> Read(int refundId, CancellationToken ct) =>
        db.Refunds.AsNoTracking().Include(r => r.Payment).SingleAsync(r => r.Id == refundId, ct);

    /// <summary>The refund that Stripe has made for this row, among all of its payment; null if there is none.</summary>
    /// <remarks>After a restore of an older copy ids are given a second time: what another row holds is not this one's.</remarks>
    public async Task<RefundFacts?> FindMade(Refund refund, IReadOnlyList<RefundFacts> all, CancellationToken ct)
    {
        var ids = all.Select(facts => facts.RefundId).ToList();
        var held = await db.Refunds.Where(r => r.Id != refund.Id && ids.Contains(r.StripeRefundId!))
            .Select(r => r.StripeRefundId!).ToListAsync(ct);
        return all.FirstOrDefault(facts =>
            facts.Reference == refund.Id && facts.Amount == refund.Amount && !held.Contains(facts.RefundId, StringComparer.Ordinal));
    }

    public async Task Postpone(int refundId, string reason, bool isAnswerStored, CancellationToken ct)
    {
        await Change(refundId, (row, nowUtc) => row.Postpone(WaitAfter(row), isAnswerStored, nowUtc), ct);
        StripeSilent(refundId, reason);
    }

    public async Task PostponeBroken(int refundId, Exception failure, CancellationToken ct)
    {
        Failed(refundId, failure);
        await Change(refundId, (row, nowUtc) => row.Postpone(WaitAfter(row), isAnswerStored: false, nowUtc), ct);
    }

    /// <summary>Stripe has answered a failure that it keeps, or forgotten the key: the next call takes a new one.</summary>
    public async Task<Refund> Rekey(Refund refund, CancellationToken ct)
    {
        await Change(refund.Id, (row, nowUtc) => row.TakeNewKey(refund.IdempotencyKey, nowUtc), ct);
        return await Read(refund.Id, ct);
    }

    private Task Change(int refundId, Action<Refund, DateTime> change, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                // Another instance may be at the same row: whoever comes second sees what the first has written.
                var cohortId = await db.Refunds.Where(r => r.Id == refundId).Select(r => r.Order.Enrollment.CohortId).SingleAsync(ct);
                await db.LockCohort(cohortId, ct);
                change(await db.Refunds.SingleAsync(r => r.Id == refundId, ct), clock.GetUtcNow().UtcDateTime);
                await transaction.SaveAndCommit(ct);
            },
            ct);

    // Postponing counts the attempt that has just failed.
    private static TimeSpan WaitAfter(Refund refund) => Waits.After(refund.Attempts + 1);

    [LoggerMessage(Level = LogLevel.Error, Message = "Refund {RefundId} could not be sent")]
    private partial void Failed(int refundId, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refund {RefundId} waits: {Reason}")]
    private partial void StripeSilent(int refundId, string reason);
}
