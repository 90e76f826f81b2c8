using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Students.Shared;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Students.StudentPages;

[AllowAnonymous]
public sealed class StudentPagesController(EnrollmentPages pages) : Controller
{
    [HttpGet("/enrollments/{token}")]
    [PrivatePage]
    [AllowsCheckout]
    public async Task<IActionResult> Show(string token, CancellationToken ct)
    {
        if (await pages.Read(token, ct) is not { } read) return NotFound();

        var page = read with { IsPaymentLookedUp = PaymentLookup.IsOf(HttpContext, token) };
        return View(page with { Notice = Notice.Take(HttpContext, page) });
    }
}
