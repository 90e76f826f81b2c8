using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Students.Enrollments;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Features.Students.AddressProofs;

/// <summary>"Make it mine alone", on the page behind an emailed link.</summary>
[AllowAnonymous]
[PrivatePage]
public sealed class AddressProofsController(SweetDbContext db, ProveAddress proveAddress) : Controller
{
    [HttpGet("/enrollments/{token}/address-proofs")]
    public IActionResult New(string token) => this.SeeOther($"/enrollments/{token}");

    [HttpPost("/enrollments/{token}/address-proofs")]
    [EnableRateLimiting(RateLimits.Registration)]
    public async Task<IActionResult> Create(string token, CancellationToken ct)
    {
        await proveAddress.By(token, Client.Of(HttpContext), ct);
        return await db.Enrollments.AnyAsync(e => e.LinkToken == token, ct) ? this.SeeOther($"/enrollments/{token}") : NotFound();
    }
}
