using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Sweet.Domain.Vouchers;
using Sweet.Web.Features.Staff.Shared.Versions;
using Sweet.Web.Features.Staff.Shared.Words;

namespace Sweet.Web.Features.Staff.Vouchers;

public enum VoucherKind
{
    Percent,
    Amount,
}

public enum VoucherCover
{
    All,
    Chosen,
}

/// <summary>What staff type of a voucher. Numbers are read by <see cref="ReadVoucher"/>, with a sentence for each that is none.</summary>
public sealed class VoucherForm
{
    private const string AllCourses = "all";

    /// <summary>Typed once: it never changes.</summary>
    [Display(Name = "Code", Description = "4 to 20 letters, digits, and hyphens. Receipts name it, so it can’t be changed later.")]
    public string? Code { get; set; }

    [EnumDataType(typeof(VoucherKind), ErrorMessage = "Choose a percentage or a sum")]
    public VoucherKind Kind { get; set; }

    [Display(Name = "Percent, or dollars")]
    public string? Value { get; set; }

    [Display(Name = "Lowest price it applies to, in dollars")]
    public string? Least { get; set; }

    [EnumDataType(typeof(VoucherCover), ErrorMessage = "Choose what it is for")]
    public VoucherCover Cover { get; set; }

    public List<int> CourseIds { get; set; } = [];

    public List<int> CohortIds { get; set; } = [];

    [Display(Name = "Uses in all")]
    public string? Uses { get; set; }

    [Display(Name = "Uses by one person", Description = "By one email address.")]
    public string? UsesByOne { get; set; }

    [Display(Name = "From")]
    public string? From { get; set; }

    [Display(Name = "Until, included")]
    public string? Until { get; set; }

    [Display(Name = "Note for us")]
    [StringLength(Voucher.NoteMaxLength, ErrorMessage = "Shorten the note to {1} characters")]
    public string? Note { get; set; }

    /// <summary>What it is for in one text, where two versions were put together: "k1 k2 c5", courses and cohorts.</summary>
    public string? Chosen { get; set; }

    /// <summary>The version that the form began with, in prints.</summary>
    public string? Base { get; set; }

    /// <summary>The one that was changed, to notice that somebody else has changed it since.</summary>
    public int Version { get; set; }

    /// <summary>The button that shows what it does, and saves nothing.</summary>
    public bool Preview { get; set; }

    /// <summary>What two versions are compared by.</summary>
    /// <param name="scope">Names the courses and cohorts; null where only prints are taken.</param>
    internal IReadOnlyList<FormField> Fields(VoucherScope? scope) =>
    [
        new(nameof(Kind), "Gives", Kind.ToString()) { Words = Kind == VoucherKind.Percent ? "a percentage" : "a sum" },
        new(nameof(Value), "Percent, or dollars", Value),
        new(nameof(Least), "Lowest price it applies to", Least),
        new(nameof(Chosen), "For", Choices()) { Words = scope?.InWords(Cover == VoucherCover.All, CourseIds, CohortIds) },
        new(nameof(Uses), "Uses in all", Uses),
        new(nameof(UsesByOne), "Uses by one person", UsesByOne),
        new(nameof(From), "From", From),
        new(nameof(Until), "Until, included", Until),
        new(nameof(Note), "Note for us", Note),
    ];

    /// <summary>Where it came from two versions that were put together.</summary>
    internal void TakeChosen()
    {
        if (Chosen is null) return;

        var parts = Chosen.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Cover = Chosen == AllCourses ? VoucherCover.All : VoucherCover.Chosen;
        CourseIds = IdsOf(parts, 'k');
        CohortIds = IdsOf(parts, 'c');
        Chosen = null;
    }

    private string Choices() => Cover == VoucherCover.All ? AllCourses
        : string.Join(' ', CourseIds.Order().Select(id => string.Create(CultureInfo.InvariantCulture, $"k{id}"))
            .Concat(CohortIds.Order().Select(id => string.Create(CultureInfo.InvariantCulture, $"c{id}"))));

    private static List<int> IdsOf(IEnumerable<string> parts, char kind) =>
        [.. parts.Where(part => part[0] == kind).Select(part => Typed.Number(part[1..])).OfType<int>()];
}
