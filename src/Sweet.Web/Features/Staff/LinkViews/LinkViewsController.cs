using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.LinkViews;

/// <summary>A student's private link, to copy: shown to whoever's asking is in the history, and for ten minutes.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class LinkViewsController(ShowLink showLink) : Controller
{
    [HttpGet("/admin/enrollments/{id:int}/link-views")]
    public async Task<IActionResult> Index(int id, CancellationToken ct) =>
        await showLink.Read(id, User.StaffId(), ct) is { } page ? View(page) : this.SeeOther($"/admin/enrollments/{id}");

    [HttpPost("/admin/enrollments/{id:int}/link-views")]
    public async Task<IActionResult> Create(int id, CancellationToken ct) =>
        await showLink.Record(id, User.AsActor(), ct) ? this.SeeOther($"/admin/enrollments/{id}/link-views") : NotFound();
}
