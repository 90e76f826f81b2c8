using Sweet.Domain.Courses;

namespace Sweet.Domain.Vouchers;

/// <summary>
/// A code that lowers a price. How often it was used is not kept but counted from the orders, after its row was locked:
/// so a use comes back by itself, however its enrollment ends.
/// </summary>
public sealed class Voucher
{
    public const int CodeMinLength = 4;
    public const int CodeMaxLength = 20;
    public const int NoteMaxLength = 200;
    public const int MostUses = 100_000;

    private Voucher()
    {
    }

    /// <exception cref="ArgumentException">No code of ours, or no terms that can be offered.</exception>
    public Voucher(string code, VoucherTerms terms, DateTime nowUtc)
    {
        Code = ReadCode(code) is { } read && read == code ? code : throw new ArgumentException("No code.", nameof(code));
        CreatedAtUtc = nowUtc;
        Take(terms);
    }

    public int Id { get; private set; }

    /// <summary>In capital letters; never changes, since receipts name it.</summary>
    public string Code { get; private set; } = "";

    public int? Percent { get; private set; }

    public long? AmountMinor { get; private set; }

    public string Currency { get; private set; } = "";

    public long MinimumTotalMinor { get; private set; }

    public int MaxUses { get; private set; }

    public int MaxUsesPerAddress { get; private set; }

    public DateTime FromUtc { get; private set; }

    public DateTime? UntilUtc { get; private set; }

    public IReadOnlyList<int> CourseIds { get; private set; } = [];

    public IReadOnlyList<int> CohortIds { get; private set; } = [];

    public string? Note { get; private set; }

    public DateTime CreatedAtUtc { get; private set; }

    /// <summary>Raised by every change that staff make; of two who changed the same version only one saves.</summary>
    public int Version { get; private set; } = 1;

    public VoucherTerms Terms => new(Percent, AmountMinor, Currency)
    {
        MinimumTotalMinor = MinimumTotalMinor,
        MaxUses = MaxUses,
        MaxUsesPerAddress = MaxUsesPerAddress,
        FromUtc = FromUtc,
        UntilUtc = UntilUtc,
        CourseIds = CourseIds,
        CohortIds = CohortIds,
        Note = Note,
    };

    /// <summary>What was typed as it is stored, or null if it cannot be a code.</summary>
    public static string? ReadCode(string? typed) =>
        typed?.Trim().ToUpperInvariant() is { Length: >= CodeMinLength and <= CodeMaxLength } code && code.All(IsSign) ? code : null;

    /// <returns>Whether anything is other than before.</returns>
    public bool Change(VoucherTerms terms)
    {
        if (IsSame(terms, Terms)) return false;

        Take(terms);
        Version++;
        return true;
    }

    public bool IsOverAt(DateTime nowUtc) => UntilUtc <= nowUtc;

    /// <returns>False if it was over before.</returns>
    public bool End(DateTime nowUtc)
    {
        if (IsOverAt(nowUtc)) return false;

        FromUtc = FromUtc > nowUtc ? nowUtc : FromUtc;
        UntilUtc = nowUtc;
        Version++;
        return true;
    }

    /// <summary>Why it does not hold now, or null. What the address decides comes last.</summary>
    internal VoucherRefusal? RefusalFor(Cohort cohort, int uses, int usesOfAddress, DateTime nowUtc)
    {
        var (price, terms) = (cohort.PriceAt(nowUtc), Terms);
        return nowUtc < FromUtc ? VoucherRefusal.NotYet
            : IsOverAt(nowUtc) ? VoucherRefusal.Over
            : !terms.IsFor(cohort.CourseId, cohort.Id, price.Currency) ? VoucherRefusal.NotForThis
            : price.IsZero ? VoucherRefusal.NothingToLower
            : price.Minor < MinimumTotalMinor ? VoucherRefusal.BelowMinimum
            : terms.LeavesTooLittleOf(price) ? VoucherRefusal.LeavesTooLittle
            : uses >= MaxUses ? VoucherRefusal.UsedUp
            : usesOfAddress >= MaxUsesPerAddress ? VoucherRefusal.UsedByAddress
            : null;
    }

    private void Take(VoucherTerms terms)
    {
        VoucherTerms.Require(terms);
        (Percent, AmountMinor, Currency, MinimumTotalMinor) = (terms.Percent, terms.AmountMinor, terms.Currency, terms.MinimumTotalMinor);
        (MaxUses, MaxUsesPerAddress) = (terms.MaxUses, terms.MaxUsesPerAddress);
        (FromUtc, UntilUtc) = (terms.FromUtc, terms.UntilUtc);
        (CourseIds, CohortIds) = ([.. terms.CourseIds.Distinct().Order()], [.. terms.CohortIds.Distinct().Order()]);
        Note = terms.Note;
    }

    private static bool IsSame(VoucherTerms one, VoucherTerms other) =>
        one.CourseIds.ToHashSet().SetEquals(other.CourseIds) && one.CohortIds.ToHashSet().SetEquals(other.CohortIds)
        && one with { CourseIds = other.CourseIds, CohortIds = other.CohortIds } == other;

    private static bool IsSign(char sign) => char.IsAsciiLetterUpper(sign) || char.IsAsciiDigit(sign) || sign == '-';
}

public enum VoucherRefusal
{
    Unknown,
    NotYet,
    Over,
    NotForThis,

    /// <summary>It costs nothing as it is.</summary>
    NothingToLower,
    BelowMinimum,

    /// <summary>The rest is above zero, and less than Stripe takes.</summary>
    LeavesTooLittle,
    UsedUp,
    UsedByAddress,

    /// <summary>The same browser holds the seat already, at another price.</summary>
    SeatHeldWithout,
}
