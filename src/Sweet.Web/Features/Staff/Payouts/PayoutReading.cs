using Microsoft.EntityFrameworkCore;
using Sweet.Web.Books.Balance;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.BookMonths;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Payments;

namespace Sweet.Web.Features.Staff.Payouts;

public sealed class PayoutReading(SweetDbContext db, BookMonthReading months, StripeDashboard dashboard)
{
    private const int Size = 100;

    public async Task<PayoutPage?> Read(int id, int number, CancellationToken ct)
    {
        if (await months.Payouts(db.Payouts.Where(p => p.Id == id), ct) is not [var payout]) return null;

        var entries = db.BalanceEntries.AsNoTracking().Where(e => e.PayoutId == id && e.SourceId != payout.StripeId);
        var lines = await db.Lines(db.Matched(entries).OrderBy(m => m.Entry.Id).Skip((number - 1) * Size).Take(Size), ct);
        return new PayoutPage(payout, new Paged<BalanceLine>(lines, number, payout.Parts, Size))
        {
            Month = OfficeMonth.Of(payout.ArrivesOn),
            Url = dashboard.Payout(payout.StripeId),
        };
    }
}

public sealed record PayoutPage(PayoutRow Payout, Paged<BalanceLine> List)
{
    public required OfficeMonth Month { get; init; }

    /// <summary>Of Stripe's dashboard.</summary>
    public required string Url { get; init; }
}
