using Sweet.Domain.Courses;

namespace Sweet.Domain.Vouchers;

/// <summary>What a voucher gives, for what, how often and how long: all of it that staff may change.</summary>
/// <param name="Percent">1 to 100; null where a sum is given.</param>
/// <param name="AmountMinor">Above zero; null where a percentage is given.</param>
/// <param name="Currency">Of the sum, and of the smallest total.</param>
public sealed record VoucherTerms(int? Percent, long? AmountMinor, string Currency)
{
    /// <summary>It holds for a price from here on; zero: for each.</summary>
    public long MinimumTotalMinor { get; init; }

    public int MaxUses { get; init; } = 1;

    public int MaxUsesPerAddress { get; init; } = 1;

    public DateTime FromUtc { get; init; }

    /// <summary>The first moment at which it no longer holds; null: it has no end.</summary>
    public DateTime? UntilUtc { get; init; }

    /// <summary>With no course and no cohort it is for all of them.</summary>
    public IReadOnlyList<int> CourseIds { get; init; } = [];

    public IReadOnlyList<int> CohortIds { get; init; } = [];

    public string? Note { get; init; }

    public bool IsForAll => CourseIds.Count == 0 && CohortIds.Count == 0;

    public Money MinimumTotal => new(MinimumTotalMinor, Currency);

    /// <summary>What it takes off a price, rounded in the student's favor; never more than the price.</summary>
    public Money Off(Money price) => price with
    {
        Minor = Percent is { } percent ? ((price.Minor * percent) + 99) / 100 : Math.Min(AmountMinor!.Value, price.Minor),
    };

    public Money TotalOf(Money price) => price - Off(price);

    /// <summary>Above zero, and yet less than Stripe takes.</summary>
    public bool LeavesTooLittleOf(Money price) => PriceRules.RefusalFor(TotalOf(price)) == PriceRefusal.TooSmall;

    /// <summary>A sum is of one currency; a percentage without a smallest total is of any.</summary>
    public bool IsFor(int courseId, int cohortId, string currency) =>
        (IsForAll || CourseIds.Contains(courseId) || CohortIds.Contains(cohortId))
        && (currency == Currency || (Percent is not null && MinimumTotalMinor == 0));

    /// <exception cref="ArgumentException">Terms that no page offers.</exception>
    internal static VoucherTerms Require(VoucherTerms terms)
    {
        var isOneOfBoth = terms.Percent is >= 1 and <= 100 ? terms.AmountMinor is null : terms.Percent is null && terms.AmountMinor > 0;
        var isCounted = terms is { MaxUses: > 0, MaxUsesPerAddress: > 0, MinimumTotalMinor: >= 0 };
        return isOneOfBoth && isCounted && !(terms.UntilUtc < terms.FromUtc) ? terms
            : throw new ArgumentException("No terms of a voucher.", nameof(terms));
    }
}
