using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Waitlists;

namespace Sweet.Web.Features.Staff.Transfers;

public enum DifferenceChoice
{
    Link,
    Waive,
}

/// <summary>What happens where the new seat costs more.</summary>
public abstract class DifferenceForm : IValidatableObject
{
    [EnumDataType(typeof(DifferenceChoice), ErrorMessage = "Choose what happens to the difference")]
    public DifferenceChoice Difference { get; set; }

    [Display(Name = "Reason, needed if we waive the difference", Description = "Only staff read it. It stays in the history.")]
    [StringLength(WaitlistEntry.ReasonMaxLength, ErrorMessage = "Shorten the reason to {1} characters")]
    public string? Reason { get; set; }

    public string? WaivedBecause => Difference == DifferenceChoice.Waive ? Reason?.Trim() : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Difference == DifferenceChoice.Waive && string.IsNullOrWhiteSpace(Reason))
            yield return new ValidationResult("Enter the reason why we waive it", [nameof(Reason)]);
    }
}
