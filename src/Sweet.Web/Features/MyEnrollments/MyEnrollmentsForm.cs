using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Enrollments;
using Sweet.Web.Features.Shared;

namespace Sweet.Web.Features.MyEnrollments;

public sealed class MyEnrollmentsForm : IValidatableObject
{
    [Display(Name = "Email address", Description = "The one that you registered with.")]
    [Required(ErrorMessage = "Write your email address")]
    [StringLength(EmailAddress.MaxLength, ErrorMessage = "Shorten the email address to {1} characters")]
    public string? Email { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (EmailText.ProblemOf(Email) is { } problem) yield return new ValidationResult(problem, [nameof(Email)]);
    }

    /// <remarks>Only of a valid form.</remarks>
    public EmailAddress Address() => EmailAddress.Read(Email, out _)!;
}
