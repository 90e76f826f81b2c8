using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Staff.OutsideBooks;

/// <summary>Invoices, payments and returns that Stripe has no part in.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class OutsideBooksController(OutsideBooksPages pages) : Controller
{
    [HttpGet("/admin/outside-money")]
    public async Task<IActionResult> Index(CancellationToken ct) =>
        View(await pages.Read(LikeText.Typed(Request, "find"), Pager.NumberFrom(Request), ct));
}
