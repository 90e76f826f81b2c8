using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Staff.Emails;

/// <summary>The outbox: every email that the site has written, with what became of it. Never what it says: it holds secret links.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class EmailsController(EmailPages pages) : Controller
{
    [HttpGet("/admin/outbox")]
    public async Task<IActionResult> Index(CancellationToken ct) =>
        View(await pages.List(EmailFilter.From(Request), Pager.NumberFrom(Request), ct));

    [HttpGet("/admin/outbox/{id:int}")]
    public async Task<IActionResult> Show(int id, CancellationToken ct) => await pages.Find(id, ct) is { } page ? View(page) : NotFound();
}
