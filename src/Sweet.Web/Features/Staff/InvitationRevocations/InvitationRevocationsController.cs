using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.InvitationRevocations;

[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class InvitationRevocationsController(RevokeInvitation revokeInvitation) : Controller
{
    [HttpGet("/admin/people/invitations/{id:int}/revocation")]
    public IActionResult Index(int id) => this.SeeOther("/admin/people");

    [HttpPost("/admin/people/invitations/{id:int}/revocation")]
    public async Task<IActionResult> Create(int id, CancellationToken ct) =>
        await revokeInvitation.Revoke(id, User.AsActor(), ct) ? this.SeeOther("/admin/people") : NotFound();
}
