using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Cases;
using Sweet.Web.Features.Staff.Shared.Words;

namespace Sweet.Web.Features.Staff.CaseResolutions;

public sealed class CaseResolutionForm
{
    [Display(Name = "Decision")]
    [Required(ErrorMessage = "Choose what is to be done")]
    public CaseResolution? As { get; set; }

    [Display(Name = "Sum to send back", Description = "Only where you decide on a sum. Empty: what the choice says.")]
    [StringLength(TypedSum.MaxLength, ErrorMessage = TypedSum.Problem)]
    public string? Amount { get; set; }

    [Display(
        Name = "Reason",
        Description = "For staff only; it stays with the case. Someone who looks at it in a year should understand it.")]
    [DataType(DataType.MultilineText)]
    [Required(ErrorMessage = "Enter the reason")]
    [StringLength(OpenCase.ReasonMaxLength, ErrorMessage = "Enter at most {1} characters")]
    public string? Reason { get; set; }

    /// <summary>What the page said the choices do; it is compared with what is so, never taken.</summary>
    [StringLength(SeenMaxLength, ErrorMessage = "Open this page again: its form is not as we sent it")]
    public string? Seen { get; set; }

    private const int SeenMaxLength = 1_000;
}
