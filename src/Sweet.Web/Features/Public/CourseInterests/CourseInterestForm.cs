using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Enrollments;
using Sweet.Web.Features.Shared;

namespace Sweet.Web.Features.Public.CourseInterests;

public sealed class CourseInterestForm
{
    [Display(Name = "Email address", Description = "One mail when registration for the next cohort opens, and nothing else.")]
    [Required(ErrorMessage = "Write your email address")]
    [ReachableAddress]
    [StringLength(EmailAddress.MaxLength, ErrorMessage = "Shorten the email address to {1} characters")]
    public string? Email { get; set; }

    [Range(typeof(bool), "true", "true", ErrorMessage = "Tick the box to let us keep your address for this")]
    public bool Consent { get; set; }

    /// <remarks>Only of a valid form.</remarks>
    public EmailAddress Address() => EmailAddress.Read(Email, out _)!;
}

public sealed record CourseInterestPage(string CourseTitle, string CoursePath, CourseInterestForm Form);
