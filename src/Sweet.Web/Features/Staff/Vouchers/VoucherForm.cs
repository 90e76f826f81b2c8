using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Vouchers;

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

    /// <summary>The one that was changed, to notice that somebody else has changed it since.</summary>
    public int Version { get; set; }

    /// <summary>The button that shows what it does, and saves nothing.</summary>
    public bool Preview { get; set; }
}
