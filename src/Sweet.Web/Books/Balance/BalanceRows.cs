using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Books;
using Sweet.Web.Data;

namespace Sweet.Web.Books.Balance;

/// <summary>Keeps what was read of Stripe's balance: a row for each id, however often it is read.</summary>
public sealed class BalanceRows(SweetDbContext db, WorkerTurn turn)
{
    /// <summary>How far was read; the first reading begins before our first payment, or now.</summary>
    public async Task<DateTime> Begin(DateTime nowUtc, CancellationToken ct)
    {
        if (await db.BalanceReadings.AsNoTracking().SingleOrDefaultAsync(ct) is { } known) return known.UpToUtc;

        var first = await db.Payments.MinAsync(p => (DateTime?)p.CreatedAtUtc, ct);
        return await Save(
            () =>
            {
                var reading = new BalanceReading((first ?? nowUtc) - BalanceReading.Overlap);
                db.BalanceReadings.Add(reading);
                return Task.FromResult(reading.UpToUtc);
            },
            ct);
    }

    public Task<DateTime> GoOn(DateTime upToUtc, CancellationToken ct) => Save(
        async () =>
        {
            var reading = await db.BalanceReadings.SingleAsync(ct);
            reading.GoOn(upToUtc);
            return reading.UpToUtc;
        },
        ct);

    /// <param name="payoutId">The payout that they left with, if Stripe has said so.</param>
    public Task Keep(IReadOnlyList<BalanceFacts> entries, int? payoutId, CancellationToken ct) => Save(
        async () =>
        {
            var ids = entries.Select(e => e.StripeId).ToList();
            var known = await db.BalanceEntries.Where(e => ids.Contains(e.StripeId))
                .ToDictionaryAsync(e => e.StripeId, StringComparer.Ordinal, ct);
            var payout = payoutId is null ? null : await db.Payouts.SingleAsync(p => p.Id == payoutId, ct);
            foreach (var facts in entries)
            {
                if (!known.TryGetValue(facts.StripeId, out var entry)) db.BalanceEntries.Add(entry = new BalanceEntry(facts));
                if (payout is not null) entry.LeaveWith(payout);
            }

            return entries.Count;
        },
        ct);

    public Task Keep(IReadOnlyList<PayoutFacts> payouts, CancellationToken ct) => Save(
        async () =>
        {
            var ids = payouts.Select(p => p.StripeId).ToList();
            var known = await db.Payouts.Where(p => ids.Contains(p.StripeId))
                .ToDictionaryAsync(p => p.StripeId, StringComparer.Ordinal, ct);
            foreach (var facts in payouts)
            {
                if (known.TryGetValue(facts.StripeId, out var payout)) payout.Take(facts);
                else db.Payouts.Add(new Payout(facts));
            }

            return payouts.Count;
        },
        ct);

    public Task EndReading(int payoutId, DateTime nowUtc, CancellationToken ct) => Save(
        async () =>
        {
            var payout = await db.Payouts.SingleAsync(p => p.Id == payoutId, ct);
            payout.EndReading(nowUtc);
            return payoutId;
        },
        ct);

    private Task<T> Save<T>(Func<Task<T>> change, CancellationToken ct) => db.InTransaction(
        async transaction =>
        {
            await turn.Insist(ct);
            var result = await change();
            await transaction.SaveAndCommit(ct);
            return result;
        },
        ct);
}
