using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Staff;

namespace Sweet.Web.Features.Staff.Accommodations;

public sealed class AccommodationForm : IValidatableObject
{
    private const string DayFormat = "yyyy-MM-dd";

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
        new(Need!, string.IsNullOrWhiteSpace(Owner) ? null : Owner, Day(DueOn), IsDone);

    public static string? Written(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(DueOn) && Day(DueOn) is null)
            yield return new ValidationResult("Enter the day like 2026-12-24", [nameof(DueOn)]);
    }

    private static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
