using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Courses.Cancelling;

namespace Sweet.Web.Features.Staff.CohortCancellations;

public sealed class CancellationForm
{
    [Display(Name = "What people read", Description = "This sentence stands in every email.")]
    [Required(ErrorMessage = "Say why, for the people who lose their seat")]
    [StringLength(CohortCancellation.ReasonMaxLength), DataType(DataType.MultilineText)]
    public string? Reason { get; set; }

    [Display(Name = "For us"), StringLength(CohortCancellation.NoteMaxLength / 10)]
    public string? Note { get; set; }

    /// <summary>How many people lose their seat, typed by hand.</summary>
    [Display(Name = "Number of people")]
    public string? Confirm { get; set; }

    /// <summary>What goes back, as the page has shown it, in minor units.</summary>
    public long? Sum { get; set; }
}
