using System.ComponentModel.DataAnnotations;
using Sweet.Web.Staffing;
using Sweet.Web.Staffing.Forms;

namespace Sweet.Web.Features.Staff.PasswordChanges;

public sealed class PasswordChangeForm
{
    [Display(Name = "The password that you have")]
    [Required(ErrorMessage = "Enter the password that you have")]
    [StringLength(PasswordRule.MaxLength, ErrorMessage = "Shorten the password to {1} characters")]
    [NeverKept]
    public string? Current { get; set; }

    [Display(Name = "New password", Description = PasswordRule.Hint)]
    [Required(ErrorMessage = "Choose a new password")]
    [StringLength(PasswordRule.MaxLength, ErrorMessage = "Shorten the password to {1} characters")]
    [NeverKept]
    public string? Password { get; set; }
}
