using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Staff.Rosters;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Staff.RosterSelections;

/// <summary>The chosen people of a roster by name, before anything is done with them.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class RosterSelectionsController(RosterReading rosters) : Controller
{
    [HttpGet("/admin/cohorts/{id:int}/roster/selection")]
    public async Task<IActionResult> Show(int id, CancellationToken ct)
    {
        var query = RosterQuery.Of(Request);
        // Without anybody picked a query asks for all.
        if (query.Picked.Count == 0) query = query with { Picked = [0] };

        return await rosters.Whole(id, query with { Who = "", State = "" }, ct) is { } page ? View(page) : NotFound();
    }
}
