using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Staff.Payouts;

/// <summary>A payout, with all that it is made of.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class PayoutsController(PayoutReading payouts) : Controller
{
    [HttpGet("/admin/payouts/{id:int}")]
    public async Task<IActionResult> Show(int id, CancellationToken ct) =>
        await payouts.Read(id, Pager.NumberFrom(Request), ct) is { } page ? View(page) : NotFound();
}
