using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Staff.Cohorts;

/// <summary>All runs of all courses, and one of them with its seats.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class CohortsController(CohortLists lists, CohortPages pages) : Controller
{
    [HttpGet("/admin/cohorts")]
    public async Task<IActionResult> Index(CancellationToken ct) =>
        View(await lists.Read(CohortFilters.From(Request), Pager.NumberFrom(Request), ct));

    [HttpGet("/admin/cohorts/{id:int}")]
    public async Task<IActionResult> Show(int id, CancellationToken ct) =>
        await pages.Find(id, ct) is { } page ? View(page) : NotFound();
}
