using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.Rosters;

/// <summary>Who is in a cohort.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class RostersController(RosterReading rosters) : Controller
{
    [HttpGet("/admin/cohorts/{id:int}/roster")]
    public async Task<IActionResult> Show(int id, CancellationToken ct) =>
        await rosters.Page(id, RosterQuery.Of(Request) with { Picked = [] }, Pager.NumberFrom(Request), User.StaffId(), ct) is { } page
            ? View(page)
            : NotFound();
}
