using System.ComponentModel.DataAnnotations;
using Sweet.Web.Features.Shared;
using Sweet.Web.Staffing;
using Sweet.Web.Staffing.Forms;

namespace Sweet.Web.Features.Staff.AddressChanges;

public sealed class AddressChangeForm : AddressForm
{
    [Display(Name = "New email address", Description = "We’ll email a link to it. The change is made once you open the link and confirm.")]
    [Required(ErrorMessage = "Enter the new email address")]
    public override string? Email { get; set; }

    [Display(Name = "Your password")]
    [Required(ErrorMessage = "Enter your password")]
    [StringLength(PasswordRule.MaxLength, ErrorMessage = "Shorten the password to {1} characters")]
    [NeverKept]
    public string? Current { get; set; }
}
