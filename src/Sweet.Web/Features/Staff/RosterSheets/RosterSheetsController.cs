using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Staff.Rosters;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Staff.RosterSheets;

/// <summary>A roster on paper: all who have a seat, with a place to sign.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class RosterSheetsController(RosterReading rosters) : Controller
{
    [HttpGet("/admin/cohorts/{id:int}/roster/sheet")]
    public async Task<IActionResult> Show(int id, CancellationToken ct) =>
        await rosters.Sheet(id, RosterQuery.Of(Request), ct) is { } page ? View(page) : NotFound();
}
