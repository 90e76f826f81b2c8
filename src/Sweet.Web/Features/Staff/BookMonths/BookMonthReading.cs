using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Books;
using Sweet.Domain.Staff;
using Sweet.Web.Books.Balance;
using Sweet.Web.Data;

namespace Sweet.Web.Features.Staff.BookMonths;

/// <summary>A month of the books. Stripe's balance is read by a worker: no page asks Stripe.</summary>
public sealed class BookMonthReading(SweetDbContext db)
{
    private const int Shown = 50;

    public async Task<BookMonthPage> Read(OfficeMonth month, CancellationToken ct)
    {
        // One statement for two numbers, one of them the menu's: there is always an admin's role.
        var known = await db.Roles.Where(r => r.Id == StaffRole.Admin)
            .Select(_ => new
            {
                ReadUpToUtc = db.BalanceReadings.Max(r => (DateTime?)r.UpToUtc),
                OpenCases = db.OpenCases.Count(c => c.ResolvedAtUtc == null),
            })
            .SingleAsync(ct);
        var readUpToUtc = known.ReadUpToUtc;
        var differing = db.Matched(EntriesOf(month)).Differing()
            .OrderByDescending(m => m.Entry.CreatedAtUtc).ThenByDescending(m => m.Entry.Id);
        var differences = await db.Lines(differing.Take(Shown + 1), ct);
        return new BookMonthPage(month, readUpToUtc)
        {
            OpenCases = known.OpenCases,
            Totals = await Totals(month, ct),
            Payouts = await Payouts(db.Payouts.Where(p => p.ArrivesOn >= month.First && p.ArrivesOn < month.Next.First), ct),
            Differences = [.. differences.Take(Shown)],
            HasMore = differences.Count > Shown,
            Missing = await Missing(month, readUpToUtc, ct),
            Documents = await Documents(month, ct),
            Outside = await Outside(month, ct),
        };
    }

    public Task<List<BalanceLine>> Lines(OfficeMonth month, CancellationToken ct) =>
        db.Lines(db.Matched(EntriesOf(month)).OrderBy(m => m.Entry.CreatedAtUtc).ThenBy(m => m.Entry.Id), ct);

    /// <summary>What Stripe has no part in: nothing of it is compared.</summary>
    public Task<List<OutsideLine>> Outside(OfficeMonth month, CancellationToken ct) => db.OutsideLinesOf(month, ct);

    /// <summary>What our books have and Stripe's balance has not, as far as it was read.</summary>
    public async Task<List<MissingLine>> Missing(OfficeMonth month, DateTime? readUpToUtc, CancellationToken ct)
    {
        if (readUpToUtc - BalanceReading.Overlap is not { } certainUtc) return [];

        var untilUtc = certainUtc < month.UntilUtc ? certainUtc : month.UntilUtc;
        var payments = db.MissingAtStripe(month.FromUtc, untilUtc)
            .Select(p => new { Id = p.ChargeId!, p.AmountMinor, p.Currency, At = p.CapturedAtUtc!.Value, p.OrderId, IsRefund = false });
        var refunds = db.RefundsMissingAtStripe(month.FromUtc, untilUtc)
            .Select(r => new { Id = r.StripeRefundId!, r.AmountMinor, r.Currency, At = r.SettledAtUtc!.Value, r.OrderId, IsRefund = true });
        var rows = await payments.Concat(refunds)
            .Join(db.Orders, m => m.OrderId, o => o.Id, (m, o) => new { m, o.EnrollmentId, o.Enrollment.Number })
            .OrderBy(m => m.m.At).ToListAsync(ct);
        return rows.ConvertAll(r => new MissingLine(r.m.Id, new Money(r.m.AmountMinor, r.m.Currency), r.m.At, r.EnrollmentId, r.Number)
        {
            IsRefund = r.m.IsRefund,
        });
    }

    public async Task<List<PayoutRow>> Payouts(IQueryable<Payout> payouts, CancellationToken ct)
    {
        var rows = await payouts.AsNoTracking().OrderByDescending(p => p.ArrivesOn).ThenByDescending(p => p.Id).Select(p => new
        {
            Payout = p,
            Listed = db.BalanceEntries.Where(e => e.PayoutId == p.Id && e.SourceId != p.StripeId).Sum(e => e.AmountMinor - e.FeeMinor),
            Parts = db.BalanceEntries.Count(e => e.PayoutId == p.Id && e.SourceId != p.StripeId),
            Differing = db.Matched(db.BalanceEntries).Differing().Count(m => m.Entry.PayoutId == p.Id),
        }).ToListAsync(ct);
        return rows.ConvertAll(r => RowOf(r.Payout, r.Listed) with { Parts = r.Parts, Differing = r.Differing });
    }

    private static PayoutRow RowOf(Payout payout, long listed) =>
        new(payout.Id, payout.StripeId, payout.ArrivesOn, payout.Amount, payout.Amount with { Minor = listed })
        {
            Status = payout.Status,
            Failure = payout.Failure,
            IsAutomatic = payout.IsAutomatic,
            IsRead = payout.ReadAtUtc is not null,
        };

    private IQueryable<BalanceEntry> EntriesOf(OfficeMonth month)
    {
        var (fromUtc, untilUtc) = (month.FromUtc, month.UntilUtc);
        return db.BalanceEntries.AsNoTracking().Where(e => e.CreatedAtUtc >= fromUtc && e.CreatedAtUtc < untilUtc);
    }

    private async Task<List<BalanceTotal>> Totals(OfficeMonth month, CancellationToken ct)
    {
        var rows = await EntriesOf(month).GroupBy(e => new { e.Kind, e.Currency }).Select(g => new
        {
            g.Key.Kind,
            g.Key.Currency,
            // A refund whose money came back is no second one.
            Count = g.Count(e => e.Kind != BalanceKind.Refund || e.AmountMinor < 0),
            Amount = g.Sum(e => e.AmountMinor),
            Fees = g.Sum(e => e.FeeMinor),
        }).ToListAsync(ct);
        return
        [
            .. rows.OrderBy(r => r.Currency, StringComparer.Ordinal).ThenBy(r => r.Kind)
                .Select(r => new BalanceTotal(r.Kind, r.Count, new Money(r.Amount, r.Currency), new Money(r.Fees, r.Currency))),
        ];
    }

    private async Task<List<DocumentRange>> Documents(OfficeMonth month, CancellationToken ct)
    {
        var (fromUtc, untilUtc) = (month.FromUtc, month.UntilUtc);
        var rows = await db.Documents.Where(d => d.IssuedAtUtc >= fromUtc && d.IssuedAtUtc < untilUtc)
            .GroupBy(d => new { d.Kind, d.Series })
            .Select(g => new { g.Key.Kind, g.Key.Series, First = g.Min(d => d.Place), Last = g.Max(d => d.Place), Count = g.Count() })
            .ToListAsync(ct);
        return
        [
            .. rows.OrderBy(r => r.Kind).ThenBy(r => r.Series, StringComparer.Ordinal)
                .Select(r => new DocumentRange(r.Kind, NumberOf(r.Kind, r.Series, r.First), NumberOf(r.Kind, r.Series, r.Last), r.Count)),
        ];
    }

    private static string NumberOf(DocumentKind kind, string series, int place) => new DocumentPlace(series, place, default).InFull(kind);
}
