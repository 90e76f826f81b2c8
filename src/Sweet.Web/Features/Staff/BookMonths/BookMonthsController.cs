using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Staff.BookMonths;

/// <summary>What came, went and reached the bank in a month, as Stripe and our books have it.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class BookMonthsController(BookMonthReading months, TimeProvider clock) : Controller
{
    [HttpGet("/admin/books")]
    public async Task<IActionResult> Show(CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        if (OfficeMonth.From(Request, nowUtc) is { } month) return View(await months.Read(month, ct));

        ModelState.AddModelError("month", "Type the month like 2026-11");
        return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(Show), await months.Read(OfficeMonth.Of(nowUtc), ct));
    }
}
