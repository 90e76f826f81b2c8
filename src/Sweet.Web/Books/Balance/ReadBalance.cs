using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Books;
using Sweet.Web.Data;
using Sweet.Web.Payments;

namespace Sweet.Web.Books.Balance;

/// <summary>
/// Brings Stripe's balance into rows, so that pages do not ask Stripe: what moved, the payouts, and what each is made of. Each page of a
/// list is saved by itself; a round that is broken off, or comes twice, changes nothing but the time.
/// </summary>
public sealed class ReadBalance(SweetDbContext db, StripeBalance stripe, BalanceRows rows, WorkerTurn turn, TimeProvider clock)
{
    /// <exception cref="StripeUnavailableException">The next round goes on.</exception>
    public async Task Round(CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        for (var upToUtc = await rows.Begin(nowUtc, ct); upToUtc < nowUtc;) upToUtc = await ReadWindow(nowUtc, ct);
        await ReadPayouts(nowUtc - BalanceReading.PayoutsMove, ct);
        var unread = await db.Payouts.Where(p => p.IsAutomatic && p.IsListed && p.ReadAtUtc == null).OrderBy(p => p.Id)
            .Select(p => new { p.Id, p.StripeId }).ToListAsync(ct);
        foreach (var payout in unread) await ReadEntriesOf(payout.Id, payout.StripeId, ct);
    }

    private async Task<DateTime> ReadWindow(DateTime nowUtc, CancellationToken ct)
    {
        var reading = await db.BalanceReadings.AsNoTracking().SingleAsync(ct);
        var (fromUtc, untilUtc) = reading.NextAt(nowUtc);
        string? cursor = null;
        do
        {
            await turn.Keep(ct);
            var page = await stripe.Entries(fromUtc, untilUtc, cursor, ct);
            await rows.Keep(page.Entries, payoutId: null, ct);
            cursor = page.Cursor;
        }
        while (cursor is not null);

        return await rows.GoOn(untilUtc, ct);
    }

    // One that failed after all is seen again for as long as that may happen.
    private async Task ReadPayouts(DateTime sinceUtc, CancellationToken ct)
    {
        string? cursor = null;
        do
        {
            await turn.Keep(ct);
            var page = await stripe.Payouts(sinceUtc, cursor, ct);
            await rows.Keep(page.Payouts, ct);
            cursor = page.Cursor;
        }
        while (cursor is not null);
    }

    private async Task ReadEntriesOf(int payoutId, string stripeId, CancellationToken ct)
    {
        string? cursor = null;
        do
        {
            await turn.Keep(ct);
            var page = await stripe.EntriesOf(stripeId, cursor, ct);
            await rows.Keep(page.Entries, payoutId, ct);
            cursor = page.Cursor;
        }
        while (cursor is not null);

        await rows.EndReading(payoutId, clock.GetUtcNow().UtcDateTime, ct);
    }
}
