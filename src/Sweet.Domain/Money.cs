using System.Globalization;

namespace Sweet.Domain;

/// <summary>An amount in minor units (cents) of an ISO 4217 currency, as Stripe counts.</summary>
public readonly record struct Money(long Minor, string Currency)
{
    /// <summary>Currencies that Stripe counts in whole units.</summary>
    private static readonly HashSet<string> WithoutCents = new(StringComparer.OrdinalIgnoreCase)
    { "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF" };

    /// <summary>More than anybody pays; a typed number may be as long as one likes.</summary>
    private const decimal MaxUnits = 1_000_000_000m;

    public bool HasCents => !WithoutCents.Contains(Currency);

    /// <summary>The amount in whole units: 497 or 338.30.</summary>
    public decimal Units => HasCents ? Minor / 100m : Minor;

    /// <summary>What a person typed in whole units, or null if the currency has none so fine, or nobody pays so much.</summary>
    public static Money? FromUnits(decimal units, string currency)
    {
        if (Math.Abs(units) > MaxUnits) return null;

        var minor = units * (Zero(currency).HasCents ? 100 : 1);
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
    public override string ToString() => $"{Units.ToString(HasCents ? "0.00" : "0", CultureInfo.InvariantCulture)} {Currency}";
}
