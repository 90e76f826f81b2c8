using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Enrollments;
using Sweet.Web.Features.Shared;

namespace Sweet.Web.Features.Students.EmailChanges;

public sealed class EmailChangeForm : AddressForm
{
    [Display(Name = "New email address", Description = "We’ll email a link to it. The change is made once you open the link and confirm.")]
    [Required(ErrorMessage = "Enter the new email address")]
    public override string? Email { get; set; }
}

/// <param name="Address">The one that we have.</param>
public sealed record NewEmailChangePage(string Token, string Number, string Address, EmailChangeForm Form)
{
    public string AddressShown => EmailAddress.Shown(Address);
}
