using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.PersonInvitations;

[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class PersonInvitationsController(InviteStaff inviteStaff) : Controller
{
    [HttpGet("/admin/people/invitations")]
    public IActionResult New() => View(new PersonInvitationForm());

    [HttpPost("/admin/people/invitations")]
    [EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Create(PersonInvitationForm form, CancellationToken ct)
    {
        if (form.Roles.AreNone) ModelState.AddModelError(nameof(form.IsAdmin), "Choose at least one role");
        if (ModelState.IsValid && await inviteStaff.Invite(form.Address(), form.Roles, User.AsActor(), isMailed: true, ct) is null)
            ModelState.AddModelError(nameof(form.Email), "This address has an account already");
        if (!ModelState.IsValid) return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), form);

        return this.SeeOther("/admin/people");
    }
}
