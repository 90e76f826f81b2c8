using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Vouchers;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Wording.Vouchers;

namespace Sweet.Web.Features.Staff.Vouchers;

public enum VoucherState
{
    Usable,
    Coming,
    Ended,
}

public sealed record VoucherCounts(int Usable, int Coming, int Ended);

public sealed record VoucherListPage(VoucherState State, VoucherCounts Counts, Paged<VoucherRow> Vouchers, VoucherScope Scope);

/// <param name="PaidMinor">With it, less what went back.</param>
public sealed record VoucherRow(Voucher Voucher, int Uses, long PaidMinor)
{
    public VoucherTerms Terms { get; } = Voucher.Terms;

    public required DateTime NowUtc { get; init; }

    public Money Income => new(PaidMinor, Voucher.Currency);

    public bool IsOver => Voucher.IsOverAt(NowUtc);

    public string State =>
        IsOver ? "Ended" : Voucher.FromUtc > NowUtc ? "To come" : Uses >= Voucher.MaxUses ? "Used up" : "Usable";

    /// <summary>The square of the state.</summary>
    public string Square => State switch { "Usable" => "confirmed", "To come" => "draft", _ => "ended" };
}

public sealed record VoucherPage(
    VoucherRow Row, IReadOnlyList<VoucherFact> Facts, Paged<VoucherUse> Uses, IReadOnlyList<VoucherNews> History);

public sealed record VoucherUse(
    int Id, string Number, string FirstName, string LastName, EnrollmentStatus Status, long TotalMinor, string Currency, DateTime AtUtc)
{
    public string Name => $"{FirstName} {LastName}".TrimEnd();

    public Money Total => new(TotalMinor, Currency);
}

/// <param name="By">Null where the account is gone.</param>
public sealed record VoucherNews(string? From, string To, DateTime AtUtc, string? By);

/// <summary>A voucher on its way: the form, and what it would do as it is filled in.</summary>
/// <param name="Id">Null while it is new.</param>
public sealed record VoucherFormPage(int? Id, VoucherForm Form, VoucherScope Scope)
{
    /// <summary>Null while something in the form is wrong or missing.</summary>
    public VoucherTerms? Terms { get; init; }

    public VoucherCohort? Example => Terms is null ? null
        : Scope.Of(Terms).FirstOrDefault(c => c.PriceMinor >= Terms.MinimumTotalMinor && c.PriceMinor > 0);

    public string? ExampleInWords =>
        Example is { } cohort ? VoucherText.InWords(Form.Code?.ToUpperInvariant() ?? "The code", Terms!, cohort.Price) : null;

    /// <summary>Null where no cohort shows it.</summary>
    public Money? MostGivenAway => Example is { } cohort ? Off(cohort) with { Minor = Off(cohort).Minor * Terms!.MaxUses } : null;

    public Money Off(VoucherCohort cohort) => Terms!.Off(cohort.Price);
}
