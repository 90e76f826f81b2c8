namespace Sweet.Domain;

/// <summary>An amount in minor units (cents) of an ISO 4217 currency, as Stripe counts.</summary>
public readonly record struct Money(long Minor, string Currency)
{
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

    public override string ToString() => $"{Minor} {Currency}";
}
