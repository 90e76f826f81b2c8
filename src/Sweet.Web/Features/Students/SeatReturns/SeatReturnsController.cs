using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Students.AddressProofs;
using Sweet.Web.Features.Students.Enrollments;
using Sweet.Web.Features.Students.Shared;
using Sweet.Web.Features.Students.StudentPages;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;
using Sweet.Web.Payments;
using Sweet.Web.Settling;

namespace Sweet.Web.Features.Students.SeatReturns;

/// <summary>"Give the seat back", before it is paid.</summary>
[AllowAnonymous]
[PrivatePage]
[AllowsCheckout]
public sealed class SeatReturnsController(
    SweetDbContext db, ProveAddress proveAddress, EndHold endHold, EnrollmentPages pages) : Controller
{
    private const string Down = "Our payment service does not answer at the moment, so we cannot give the seat back yet. "
        + "It is given back automatically once its time is up and our payment service has confirmed that nothing was paid.";

    [HttpGet("/enrollments/{token}/seat-returns")]
    public IActionResult New(string token) => this.SeeOther($"/enrollments/{token}");

    [HttpPost("/enrollments/{token}/seat-returns")]
    [EnableRateLimiting(RateLimits.Registration)]
    public async Task<IActionResult> Create(string token, CancellationToken ct)
    {
        await proveAddress.By(token, Client.Of(HttpContext), ct);
        var found = await db.FindInCohort(e => e.LinkToken == token, ct);
        if (found is null) return NotFound();

        try
        {
            await endHold.EndEarly(found.EnrollmentId, ExpiryReason.GivenBack, ct);
            return this.SeeOther($"/enrollments/{token}");
        }
        catch (StripeUnavailableException)
        {
            return await this.AnswerOnPage(pages, token, Down, StatusCodes.Status503ServiceUnavailable, ct);
        }
    }
}
