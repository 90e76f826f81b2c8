using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Staff;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Shared.Words;

namespace Sweet.Web.Features.Staff.Accommodations;

public sealed class AccommodationForm : IValidatableObject
{
    [Display(Name = "What the student needs", Description = "In the student’s words as far as possible. Only staff read it.")]
    [DataType(DataType.MultilineText)]
    [Required(ErrorMessage = "Enter what the student needs")]
    [StringLength(Enrollment.AccommodationMaxLength, ErrorMessage = "Shorten it to {1} characters")]
    public string? Need { get; set; }

    [Display(Name = "Who sees to it")]
    public string? Owner { get; set; }

    [Display(Name = "Due", Description = "The day by which it has to be settled.")]
    public string? DueOn { get; set; }

    [Display(Name = "Done: the student has what was asked for")]
    public bool IsDone { get; set; }

    /// <summary>Of what was read; 0 where no one had taken it on.</summary>
    public int Version { get; set; }

    /// <remarks>Only of a valid form.</remarks>
    public AccommodationPlan ToPlan() =>
        new(Need!, string.IsNullOrWhiteSpace(Owner) ? null : Owner, Typed.Date(DueOn), IsDone);

    public static string? Written(DateOnly? day) => day is { } typed ? Typed.Text(typed) : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(DueOn)) yield break;

        // What is overdue stays as it was planned.
        var today = OfficeTime.DayOf(validationContext.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        if (Typed.Date(DueOn) is not { } day || day < today.AddYears(-1) || day > today.AddYears(1))
            yield return new ValidationResult("Enter a day within a year of today, like 2026-12-24", [nameof(DueOn)]);
    }
}
