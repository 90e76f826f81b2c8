using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Staff.AuditEntries;

/// <summary>Every change by staff, with before and after, newest first.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class AuditEntriesController(AuditPages pages) : Controller
{
    [HttpGet("/admin/audit")]
    public async Task<IActionResult> Index(CancellationToken ct) =>
        View(await pages.Read(AuditFilter.From(Request), Pager.NumberFrom(Request), ct));
}
