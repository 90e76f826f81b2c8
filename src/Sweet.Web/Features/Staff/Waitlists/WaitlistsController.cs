using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Staff.Waitlists;

[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class WaitlistsController(LinePages pages) : Controller
{
    [HttpGet("/admin/waitlists")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await pages.All(Pager.NumberFrom(Request), ct));

    [HttpGet("/admin/cohorts/{id:int}/waitlist")]
    public async Task<IActionResult> Show(int id, CancellationToken ct) =>
        await pages.Find(id, Pager.NumberFrom(Request), ct) is { } page ? View(page) : NotFound();
}
