using System.ComponentModel.DataAnnotations;
using Sweet.Web.Features.Shared;

namespace Sweet.Web.Features.Staff.PasswordResetRequests;

public sealed class PasswordResetRequestForm : AddressForm
{
    [Display(Name = "Email address", Description = "The one that you sign in with.")]
    public override string? Email { get; set; }
}
