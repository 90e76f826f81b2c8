using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Waitlists;

namespace Sweet.Web.Features.Staff.Waitlists;

public class ReasonForm
{
    [Display(Name = "Reason", Description = "Only staff read it. It stays in the history.")]
    [Required(ErrorMessage = "Enter the reason")]
    [StringLength(WaitlistEntry.ReasonMaxLength, ErrorMessage = "Shorten the reason to {1} characters")]
    public string? Reason { get; set; }
}

public sealed class MoveForm : ReasonForm
{
    [Display(Name = "Place among those who wait", Description = "1 is the next to get a seat.")]
    [Required(ErrorMessage = "Say to which place")]
    [Range(1, 10_000, ErrorMessage = "Say to which place, from 1")]
    public int? Place { get; set; }
}
