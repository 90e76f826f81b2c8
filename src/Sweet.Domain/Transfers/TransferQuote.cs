using Sweet.Domain.Courses;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;

namespace Sweet.Domain.Transfers;

/// <summary>What a transfer costs or gives back: the new price less what the old seat is still worth.</summary>
/// <param name="ClassesCounted">Those that have begun; each is paid for with its share, and no fee is taken.</param>
/// <param name="Worth">What was paid for the old seat, without the classes counted and what has gone back.</param>
public sealed record TransferQuote(int ClassesCounted, int Classes, Money Worth, Money Price)
{
    /// <summary>What of the worth pays for the new seat.</summary>
    public Money Credit => Worth.Minor < Price.Minor && !IsTooLittle ? Worth : Price;

    /// <summary>To be paid before the seat moves; zero where it moves at once.</summary>
    public Money Due => Price - Credit;

    public Money Back => Worth.Minor > Price.Minor ? Worth - Price : Money.Zero(Price.Currency);

    // Stripe takes no sum that small, and nobody is asked for it another way.
    private bool IsTooLittle =>
        Worth.Minor < Price.Minor && PriceRules.SmallestIn(Price.Currency) is { } smallest && (Price - Worth).Minor < smallest.Minor;

    /// <param name="from">What the old seat was bought by.</param>
    public static TransferQuote For(Order from, Cohort to, int classesCounted, DateTime nowUtc)
    {
        var counted = Math.Min(classesCounted, from.ClassesBought);
        var paid = from.Paid.Minor < from.TotalMinor ? from.Paid : from.Total;
        var used = RefundPolicy.SharesOf(paid, from.ClassesBought).Take(counted).Sum();
        // What was paid beyond the price goes back beside it, and is none of its worth.
        var gone = Math.Max(0, from.GoneBack.Minor - (from.Paid.Minor - paid.Minor));
        var worth = paid with { Minor = Math.Max(0, paid.Minor - used - gone) };
        return new TransferQuote(counted, from.ClassesBought, worth, to.PriceAt(nowUtc));
    }
}
