using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Staff.People;

/// <summary>Who has an account, and who is invited.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class PeopleController(PeoplePages pages) : Controller
{
    [HttpGet("/admin/people")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await pages.All(ct));

    [HttpGet("/admin/people/{id}")]
    public async Task<IActionResult> Show(string id, CancellationToken ct) =>
        await pages.Find(id, ct) is { } page ? View(page) : NotFound();
}
