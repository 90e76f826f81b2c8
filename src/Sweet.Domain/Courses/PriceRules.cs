namespace Sweet.Domain.Courses;

/// <summary>Which prices may be set: none, or one that Stripe takes, in a currency that is tried with it.</summary>
public static class PriceRules
{
    /// <summary>
    /// The smallest price of each currency, in minor units. Stripe's own minimum is half a unit
    /// (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts), but it is taken of the sum after its exchange into
    /// dollars too, so other currencies keep a distance.
    /// </summary>
    private static readonly Dictionary<string, long> Smallest = new(StringComparer.Ordinal)
    {
        ["USD"] = 50,
        ["AUD"] = 100,
        ["CAD"] = 100,
        ["EUR"] = 100,
        ["GBP"] = 100,
    };

    /// <summary>Stripe takes sums of eight digits in minor units (the same page).</summary>
    public const long LargestMinor = 99_999_999;

    public static IReadOnlyCollection<string> Currencies => Smallest.Keys;

    /// <summary>Null for a currency that no price may be set in.</summary>
    public static Money? SmallestIn(string currency) => Smallest.TryGetValue(currency, out var minor) ? new Money(minor, currency) : null;

    /// <summary>Why a price cannot be set, or null.</summary>
    public static PriceRefusal? RefusalFor(Money price) =>
        price.Minor < 0 ? PriceRefusal.BelowZero
        : SmallestIn(price.Currency) is not { } smallest ? PriceRefusal.CurrencyNotTried
        : price.Minor > 0 && price.Minor < smallest.Minor ? PriceRefusal.TooSmall
        : price.Minor > LargestMinor ? PriceRefusal.TooLarge
        : null;

    /// <exception cref="ArgumentOutOfRangeException"><see cref="RefusalFor"/> gives a reason; ask first.</exception>
    internal static Money Require(Money price) =>
        RefusalFor(price) is { } refusal
            ? throw new ArgumentOutOfRangeException(nameof(price), price, $"No price of ours: {refusal}.")
            : price;
}

public enum PriceRefusal
{
    BelowZero,

    /// <summary>Prices are set in the currencies that were tried with Stripe alone.</summary>
    CurrencyNotTried,

    /// <summary>Above zero, and less than Stripe takes.</summary>
    TooSmall,

    /// <summary>More than Stripe takes at once.</summary>
    TooLarge,
}
