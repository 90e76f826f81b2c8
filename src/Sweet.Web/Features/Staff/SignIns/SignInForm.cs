using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Enrollments;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.SignIns;

public sealed class SignInForm
{
    [Display(Name = "Email")]
    [Required(ErrorMessage = "Enter your email address")]
    [StringLength(EmailAddress.MaxLength, ErrorMessage = "Shorten the email address to {1} characters")]
    public string? Email { get; set; }

    [Display(Name = "Password")]
    [Required(ErrorMessage = "Enter your password")]
    [StringLength(PasswordRule.MaxLength, ErrorMessage = "Shorten the password to {1} characters")]
    public string? Password { get; set; }

    /// <summary>Where whoever was sent here wanted to go.</summary>
    public string? Back { get; set; }
}
