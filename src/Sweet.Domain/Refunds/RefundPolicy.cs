namespace Sweet.Domain.Refunds;

/// <summary>What a withdrawal gives back: (paid − paid × classes begun ÷ classes) × (100 % − fee).</summary>
public sealed record RefundPolicy(int FeePercent)
{
    /// <summary>Rounded in the student's favour, to the minor unit; never negative, never more than was paid.</summary>
    public Money BackFor(Money paid, int classesBegun, int classes)
    {
        var quote = QuoteFor(paid, classesBegun, classes);
        return quote.Back;
    }

    /// <summary>The same with its parts, for pages that say how the sum comes about. Its parts add up exactly.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More classes begun than there are, or a negative number.</exception>
    public RefundQuote QuoteFor(Money paid, int classesBegun, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(classesBegun);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(classesBegun, classes);
        if (paid.Minor < 0) throw new ArgumentOutOfRangeException(nameof(paid), "No one pays less than nothing.");

        // Rounded once, up, so that the student never loses a cent to rounding; the fee takes what makes the parts add up.
        var used = SharesOf(paid, classes).Take(classesBegun).Sum();
        var back = RoundedUp(paid.Minor * (classes - classesBegun) * (100 - FeePercent), 100L * classes);
        var fee = paid.Minor - used - back;
        return new RefundQuote(paid, FeePercent, paid with { Minor = used }, paid with { Minor = fee }, paid with { Minor = back });
    }

    /// <summary>The price of each class; they sum to what was paid, the later ones carry what does not divide.</summary>
    public static IReadOnlyList<long> SharesOf(Money paid, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(classes);
        return [.. Enumerable.Range(1, classes).Select(n => (paid.Minor * n / classes) - (paid.Minor * (n - 1) / classes))];
    }

    private static long RoundedUp(long part, long whole) => (part + whole - 1) / whole;
}

/// <param name="Used">The price of the classes that have begun.</param>
/// <param name="Fee">Kept for processing.</param>
/// <param name="Back">What comes back: paid − used − fee.</param>
public sealed record RefundQuote(Money Paid, int FeePercent, Money Used, Money Fee, Money Back);
