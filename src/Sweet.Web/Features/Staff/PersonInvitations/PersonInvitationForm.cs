using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Staff;
using Sweet.Web.Features.Shared;

namespace Sweet.Web.Features.Staff.PersonInvitations;

public sealed class PersonInvitationForm : AddressForm
{
    [Display(Name = "Email address", Description = "We’ll email a link to it, with which one account can be made within seven days.")]
    public override string? Email { get; set; }

    [Display(Name = "Admin: students, money, cohorts, accounts, and all that marketing does")]
    public bool IsAdmin { get; set; }

    [Display(Name = "Marketing: articles")]
    public bool IsMarketing { get; set; }

    internal StaffRoles Roles => new(IsAdmin, IsMarketing);
}
