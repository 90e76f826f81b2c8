using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Staff.Cases;

/// <summary>What only a person can decide.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class CasesController(CaseLists lists, CasePages pages) : Controller
{
    [HttpGet("/admin/cases")]
    public async Task<IActionResult> Index(CancellationToken ct) =>
        View(await lists.Read(CaseFilter.From(Request), Pager.NumberFrom(Request), ct));

    [HttpGet("/admin/cases/{id:int}")]
    public async Task<IActionResult> Show(int id, CancellationToken ct) => await pages.Find(id, ct) is { } page ? View(page) : NotFound();
}
