using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Students.AddressProofs;
using Sweet.Web.Features.Students.Enrollments;
using Sweet.Web.Features.Students.LinePayments;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Features.Students.LinePaymentReturns;

/// <summary>"Send my payment back now", before the choice or while it waits in line. Pressed twice, it is one refund.</summary>
[AllowAnonymous]
[PrivatePage]
public sealed class LinePaymentReturnsController(ProveAddress proveAddress, KeepLateMoney keepLateMoney) : Controller
{
    [HttpGet("/enrollments/{token}/line-payment-returns")]
    public IActionResult New(string token) => this.SeeOther($"/enrollments/{token}");

    [HttpPost("/enrollments/{token}/line-payment-returns")]
    [EnableRateLimiting(RateLimits.Registration)]
    public async Task<IActionResult> Create(string token, CancellationToken ct)
    {
        await proveAddress.By(token, Client.Of(HttpContext), ct);
        return await keepLateMoney.SendBack(token, ct) ? this.SeeOther($"/enrollments/{token}") : NotFound();
    }
}
