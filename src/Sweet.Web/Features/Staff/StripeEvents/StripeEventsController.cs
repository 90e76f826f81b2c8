using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Staff.StripeEvents;

/// <summary>What Stripe has told us, and what became of it.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class StripeEventsController(StripeEventPages pages) : Controller
{
    [HttpGet("/admin/stripe-events")]
    public async Task<IActionResult> Index(CancellationToken ct) =>
        View(await pages.List(StripeEventFilter.From(Request), Pager.NumberFrom(Request), ct));

    [HttpGet("/admin/stripe-events/{id:int}")]
    public async Task<IActionResult> Show(int id, CancellationToken ct) => await pages.Find(id, ct) is { } page ? View(page) : NotFound();
}
