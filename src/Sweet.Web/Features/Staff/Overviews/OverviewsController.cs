using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Staff.Overviews;

/// <summary>The first page after signing in.</summary>
[Authorize(Policies.Marketing)]
[PrivatePage]
public sealed class OverviewsController(OverviewPages pages) : Controller
{
    [HttpGet("/staff")]
    public async Task<IActionResult> Show(CancellationToken ct) => View(await pages.Read(User, ct));
}
