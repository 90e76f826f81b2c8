using System.Globalization;

namespace Sweet.Domain;

/// <summary>An amount in minor units (cents) of an ISO 4217 currency, as Stripe counts.</summary>
public readonly record struct Money(long Minor, string Currency)
{
    /// <summary>Currencies that Stripe counts in whole units: https://docs.stripe.com/currencies#zero-decimal</summary>
    private static readonly HashSet<string> WithoutCents = new(StringComparer.OrdinalIgnoreCase)
    { "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF" };

    /// <summary>Currencies that Stripe counts in thousandths: https://docs.stripe.com/currencies#three-decimal</summary>
    private static readonly HashSet<string> WithThousandths = new(StringComparer.OrdinalIgnoreCase) { "BHD", "JOD", "KWD", "OMR", "TND" };

    /// <summary>More than anybody pays; a typed number may be as long as one likes.</summary>
    private const decimal MaxUnits = 1_000_000_000m;

    /// <summary>How many digits stand behind the point: 0, 2 or 3.</summary>
    public int Decimals => WithoutCents.Contains(Currency) ? 0 : WithThousandths.Contains(Currency) ? 3 : 2;

    /// <summary>The amount in whole units: 497 or 338.30.</summary>
    public decimal Units => (decimal)Minor / MinorPerUnit;

    private int MinorPerUnit => Decimals switch { 0 => 1, 3 => 1_000, _ => 100 };

    /// <summary>What a person typed in whole units, or null if the currency has none so fine, or nobody pays so much.</summary>
    public static Money? FromUnits(decimal units, string currency)
    {
        if (Math.Abs(units) > MaxUnits) return null;

        var minor = units * Zero(currency).MinorPerUnit;
        return decimal.IsInteger(minor) ? new Money((long)minor, currency) : null;
    }

    public static Money Zero(string currency) => new(0, currency);

    public bool IsZero => Minor == 0;

    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator +(Money left, Money right) =>
        left.Currency == right.Currency
            ? left with { Minor = checked(left.Minor + right.Minor) }
            : throw new InvalidOperationException($"{left.Currency} and {right.Currency} cannot be added.");

    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator -(Money left, Money right) => left + (right with { Minor = -right.Minor });

    public static Money Add(Money left, Money right) => left + right;

    public static Money Subtract(Money left, Money right) => left - right;

    /// <summary>For staff, logs and the history; pages have words of their own.</summary>
    public override string ToString() => $"{Units.ToString($"F{Decimals}", CultureInfo.InvariantCulture)} {Currency}";
}
