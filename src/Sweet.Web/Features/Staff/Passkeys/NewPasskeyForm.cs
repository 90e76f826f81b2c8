using System.ComponentModel.DataAnnotations;
using Sweet.Web.Staffing;
using Sweet.Web.Staffing.Forms;
using Sweet.Web.Staffing.Passkeys;

namespace Sweet.Web.Features.Staff.Passkeys;

public sealed class NewPasskeyForm : PasskeyForm
{
    [Display(Name = "Name", Description = "So that you know it again, like “Work laptop”.")]
    [Required(ErrorMessage = "Enter a name for the passkey")]
    [StringLength(PasskeyChecks.NameMaxLength, ErrorMessage = "Shorten the name to {1} characters")]
    public string? Name { get; set; }

    [Display(Name = "Your password")]
    [Required(ErrorMessage = "Enter your password")]
    [StringLength(PasswordRule.MaxLength, ErrorMessage = "Shorten the password to {1} characters")]
    [NeverKept]
    public string? Current { get; set; }
}

public sealed class PasskeyNameForm
{
    [Display(Name = "Name")]
    [Required(ErrorMessage = "Enter a name for the passkey")]
    [StringLength(PasskeyChecks.NameMaxLength, ErrorMessage = "Shorten the name to {1} characters")]
    public string? Name { get; set; }
}

public sealed class PasskeyRemovalForm
{
    [Display(Name = "Your password")]
    [Required(ErrorMessage = "Enter your password")]
    [StringLength(PasswordRule.MaxLength, ErrorMessage = "Shorten the password to {1} characters")]
    [NeverKept]
    public string? Current { get; set; }
}
