using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Staff.BookMonths;

/// <summary>What came, went and reached the bank in a month, as Stripe and our books have it.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class BookMonthsController(BookMonthReading months, TimeProvider clock) : Controller
{
    [HttpGet("/admin/books")]
    public async Task<IActionResult> Show(CancellationToken ct) =>
        View(await months.Read(OfficeMonth.From(Request, clock.GetUtcNow().UtcDateTime), ct));
}
