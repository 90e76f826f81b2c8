using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.LinkSendings;

[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class LinkSendingsController(SendLink sendLink) : Controller
{
    [HttpGet("/admin/enrollments/{id:int}/link-sendings")]
    public IActionResult Index(int id) => this.SeeOther($"/admin/enrollments/{id}");

    [HttpPost("/admin/enrollments/{id:int}/link-sendings")]
    public async Task<IActionResult> Create(int id, CancellationToken ct) =>
        await sendLink.Send(id, User.AsActor(), ct) ? this.SeeOther($"/admin/enrollments/{id}?show=emails") : NotFound();
}
