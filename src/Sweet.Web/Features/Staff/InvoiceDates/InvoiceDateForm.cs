using System.ComponentModel.DataAnnotations;
using Sweet.Domain;

namespace Sweet.Web.Features.Staff.InvoiceDates;

public sealed class InvoiceDateForm
{
    [Display(Name = "Wait until")]
    [Required(ErrorMessage = "Enter the day until which you wait")]
    public string? DueOn { get; set; }

    [Display(Name = "Why", Description = "For staff only; it stays in the history.")]
    [StringLength(WhyMaxLength, ErrorMessage = "Enter at most {1} characters")]
    public string? Why { get; set; }

    /// <summary>For all who were enrolled together and are not paid.</summary>
    public bool ForAll { get; set; }

    private const int WhyMaxLength = HistoryEntry.NoteMaxLength;
}
