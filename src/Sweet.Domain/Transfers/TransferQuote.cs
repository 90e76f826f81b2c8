using Sweet.Domain.Courses;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;

namespace Sweet.Domain.Transfers;

/// <summary>What a transfer costs or gives back: the new price less what the old seat is still worth.</summary>
/// <param name="ClassesCounted">Those that have begun; each is paid for with its share, and no fee is taken.</param>
/// <param name="Worth">What was paid for the old seat, without the classes counted and what has gone back.</param>
public sealed record TransferQuote(int ClassesCounted, int Classes, Money Worth, Money Price)
{
    /// <summary>What staff have not asked for, or have given back beside the seat: it is neither asked for again, nor given back.</summary>
    public Money Allowance { get; init; } = Money.Zero(Price.Currency);

    /// <summary>What of the worth pays for the new seat.</summary>
    public Money Credit => Worth.Minor < Price.Minor ? Worth : Price;

    /// <summary>What nobody pays for the new seat.</summary>
    public Money Reduced => Rest(Allowance) is var rest && IsTooLittle(rest) ? Price - Credit : Price - Credit - rest;

    /// <summary>To be paid before the seat moves; zero where it moves at once.</summary>
    public Money Due => Price - Credit - Reduced;

    public Money Back => Worth.Minor > Price.Minor ? Worth - Price : Money.Zero(Price.Currency);

    private Money Rest(Money allowance) => Price with { Minor = Math.Max(0, (Price - Credit - allowance).Minor) };

    // Stripe takes no sum that small, and nobody is asked for it another way.
    private static bool IsTooLittle(Money rest) => PriceRules.SmallestIn(rest.Currency) is { } smallest && rest.Minor < smallest.Minor;

    /// <param name="from">What the old seat was bought by, with the orders of the seats that it came from itself.</param>
    public static TransferQuote For(Order from, Cohort to, int classesCounted, DateTime nowUtc)
    {
        var counted = Math.Min(classesCounted, from.ClassesBought);
        var own = from.Paid.Minor < from.TotalMinor ? from.Paid : from.Total;
        var paid = own + from.Credit();
        // What was paid beyond the price goes back beside it, and is none of its worth.
        var gone = Math.Max(0, from.GoneBack.Minor - (from.Paid.Minor - own.Minor)) + from.CreditGone().Minor;
        var worth = Math.Max(0, paid.Minor - UsedOf(paid, from, counted) - gone);
        var full = paid + from.Waived();
        var counts = full.Minor - UsedOf(full, from, counted) - gone + Math.Min(gone, from.GivenBesideSeat().Minor);
        return new TransferQuote(counted, from.ClassesBought, paid with { Minor = worth }, to.PriceAt(nowUtc))
        {
            Allowance = paid with { Minor = Math.Max(0, counts - worth) },
        };
    }

    private static long UsedOf(Money paid, Order from, int counted) => RefundPolicy.SharesOf(paid, from.ClassesBought).Take(counted).Sum();
}
