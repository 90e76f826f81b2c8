using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Books;
using Sweet.Domain.Disputes;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Overviews.Charts;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.Overviews;

/// <summary>What came, what went back and what Stripe kept, by the institute's months; in the currency that most of it came in.</summary>
public sealed record IncomeByMonth(IReadOnlyList<MonthOfIncome> Months)
{
    public const int MonthsShown = 6;

    public MonthOfIncome Together => Months.Aggregate((all, month) => all with
    {
        Gross = all.Gross + month.Gross,
        Refunded = all.Refunded + month.Refunded,
        Fees = all.Fees + month.Fees,
    });

    public Plot Plot => new(Scale.Over(Math.Max(1, Months.Max(m => m.Gross.Units)), smallest: 100), Left: 9, Months.Count, Share: 0.6);

    public string InWords => $"Income by month. Net: {string.Join(", ", Months.Select(m => $"{m.ShortName} {m.Net.Exact()}"))}.";

    /// <summary>"$5k" beside a line of the chart; "$500" below a thousand.</summary>
    public string ScaleWord(decimal units)
    {
        var sign = Months[0].Gross.Currency == "USD" ? "$" : "";
        return units >= 1_000
            ? string.Create(CultureInfo.InvariantCulture, $"{sign}{units / 1_000:0.#}k")
            : string.Create(CultureInfo.InvariantCulture, $"{sign}{units:0}");
    }

    /// <returns>Null while no money has come.</returns>
    public static async Task<IncomeByMonth?> Of(SweetDbContext db, DateTime nowUtc, CancellationToken ct)
    {
        var today = ZonedTime.At(nowUtc, OfficeTime.Zone).Local;
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - MonthsShown);
        List<DateOnly> months = [.. Enumerable.Range(0, MonthsShown).Select(first.AddMonths)];
        var starts = months.ConvertAll(StartOf);
        var (s0, s1, s2, s3, s4, s5) = (starts[0], starts[1], starts[2], starts[3], starts[4], starts[5]);
        var rows = await Moves(db)
            .Where(m => m.AtUtc >= s0)
            .GroupBy(m => new
            {
                m.Currency,
                m.IsBack,
                Month = m.AtUtc < s1 ? 0 : m.AtUtc < s2 ? 1 : m.AtUtc < s3 ? 2 : m.AtUtc < s4 ? 3 : m.AtUtc < s5 ? 4 : 5,
            })
            .Select(g => new
            {
                g.Key.Currency,
                g.Key.IsBack,
                g.Key.Month,
                Amount = g.Sum(m => m.AmountMinor),
                Fees = g.Sum(m => m.FeeMinor),
            })
            .ToListAsync(ct);
        if (rows.Count == 0) return null;

        var currency = rows.GroupBy(r => r.Currency, StringComparer.Ordinal).MaxBy(g => g.Sum(r => r.Amount))!.Key;
        var ofMonths = rows.Where(r => r.Currency == currency).ToLookup(r => r.Month);
        return new IncomeByMonth(
        [
            .. months.Select((month, index) => new MonthOfIncome(
                month,
                new Money(ofMonths[index].Where(r => !r.IsBack).Sum(r => r.Amount), currency),
                new Money(ofMonths[index].Where(r => r.IsBack).Sum(r => r.Amount), currency),
                new Money(ofMonths[index].Sum(r => r.Fees), currency))),
        ]);
    }

    private static IQueryable<MoneyMove> Moves(SweetDbContext db) =>
        db.Payments.Where(p => p.Status == PaymentStatus.Succeeded)
            .Select(p => new MoneyMove
            {
                Currency = p.Currency,
                IsBack = false,
                AtUtc = p.CapturedAtUtc ?? p.CreatedAtUtc,
                AmountMinor = p.AmountMinor,
                FeeMinor = p.FeeMinor ?? 0,
            })
            .Concat(db.Refunds.Where(r => r.Status == RefundStatus.Succeeded)
                .Select(r => new MoneyMove
                {
                    Currency = r.Currency,
                    IsBack = true,
                    AtUtc = r.SettledAtUtc ?? r.RequestedAtUtc,
                    AmountMinor = r.AmountMinor,
                    FeeMinor = 0,
                }))
            .Concat(db.Disputes.Where(d => d.Status == DisputeStatus.Lost)
                .Select(d => new MoneyMove
                {
                    Currency = d.Currency,
                    IsBack = true,
                    AtUtc = d.ClosedAtUtc ?? d.OpenedAtUtc,
                    AmountMinor = d.AmountMinor,
                    FeeMinor = 0,
                }))
            // What Stripe takes for a dispute, and besides: our own rows do not know it.
            .Concat(db.BalanceEntries.Where(e => e.Kind == BalanceKind.Dispute || e.Kind == BalanceKind.Fee)
                .Select(e => new MoneyMove
                {
                    Currency = e.Currency,
                    IsBack = true,
                    AtUtc = e.CreatedAtUtc,
                    AmountMinor = 0,
                    FeeMinor = e.Kind == BalanceKind.Fee ? e.FeeMinor - e.AmountMinor : e.FeeMinor,
                }));

    private static DateTime StartOf(DateOnly day) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), TimeZoneInfo.FindSystemTimeZoneById(OfficeTime.Zone));

    private sealed record MoneyMove
    {
        public required string Currency { get; init; }

        public bool IsBack { get; init; }

        public DateTime AtUtc { get; init; }

        public long AmountMinor { get; init; }

        public long FeeMinor { get; init; }
    }
}

/// <param name="Refunded">With what was lost to banks.</param>
public sealed record MonthOfIncome(DateOnly Month, Money Gross, Money Refunded, Money Fees)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo(Institute.Language);

    public Money Net => Gross - Refunded - Fees;

    public string ShortName => Month.ToString("MMM", English);

    public string Name => Month.ToString("MMM yyyy", English);

    /// <summary>A month in which more went back than came has no bar.</summary>
    public decimal Height => Math.Max(0, Net.Units);
}
