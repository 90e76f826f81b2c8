using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Enrollments;
using Sweet.Web.Features.Shared;

namespace Sweet.Web.Features.Students.MyEnrollments;

public sealed class MyEnrollmentsForm
{
    [Display(Name = "Email address", Description = "The one that you registered with.")]
    [Required(ErrorMessage = "Write your email address")]
    [ReachableAddress]
    [StringLength(EmailAddress.MaxLength, ErrorMessage = "Shorten the email address to {1} characters")]
    public string? Email { get; set; }

    /// <remarks>Only of a valid form.</remarks>
    public EmailAddress Address() => EmailAddress.Read(Email, out _)!;
}
