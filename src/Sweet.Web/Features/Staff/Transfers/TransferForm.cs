using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Sweet.Domain.Waitlists;

namespace Sweet.Web.Features.Staff.Transfers;

public enum DifferenceChoice
{
    Link,
    Waive,
}

public sealed class TransferForm : IValidatableObject
{
    /// <summary>The cohort, and the sum that was shown for it: of another sum one is asked again.</summary>
    [Required(ErrorMessage = "Choose a cohort")]
    [RegularExpression(@"\d{1,9}:-?\d{1,12}", ErrorMessage = "Choose a cohort from the list")]
    public string? To { get; set; }

    [EnumDataType(typeof(DifferenceChoice), ErrorMessage = "Choose what happens to the difference")]
    public DifferenceChoice Difference { get; set; }

    [Display(Name = "Reason, needed if we waive the difference", Description = "Only staff read it. It stays in the history.")]
    [StringLength(WaitlistEntry.ReasonMaxLength, ErrorMessage = "Shorten the reason to {1} characters")]
    public string? Reason { get; set; }

    public int CohortId => int.Parse(To!.Split(':')[0], CultureInfo.InvariantCulture);

    public long DueMinor => long.Parse(To!.Split(':')[1], CultureInfo.InvariantCulture);

    public string? WaivedBecause => Difference == DifferenceChoice.Waive ? Reason?.Trim() : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Difference == DifferenceChoice.Waive && string.IsNullOrWhiteSpace(Reason))
            yield return new ValidationResult("Enter the reason why we waive it", [nameof(Reason)]);
    }
}
