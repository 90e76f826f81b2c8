using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Staff.Search;

/// <summary>The one search of the office, on every page of an admin.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class SearchController(SearchReading search) : Controller
{
    [HttpGet("/admin/search")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await search.For(Request.Query["q"], ct));
}
