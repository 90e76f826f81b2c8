using System.ComponentModel.DataAnnotations;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.PasswordResets;

public sealed class PasswordResetForm
{
    [Display(Name = "New password", Description = PasswordRule.Hint)]
    [Required(ErrorMessage = "Choose a new password")]
    [StringLength(PasswordRule.MaxLength, ErrorMessage = "Shorten the password to {1} characters")]
    public string? Password { get; set; }
}

public sealed record PasswordResetPage(string Token, string Email, PasswordResetForm Form);
