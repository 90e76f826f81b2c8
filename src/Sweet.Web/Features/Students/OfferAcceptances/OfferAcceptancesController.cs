using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Students.WaitlistEntries;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Features.Students.OfferAcceptances;

/// <summary>"Take the seat": it stays kept while the form is filled in.</summary>
[AllowAnonymous]
[PrivatePage]
public sealed class OfferAcceptancesController(KeepPlace keepPlace) : Controller
{
    [HttpGet("/waitlist-entries/{token}/acceptance")]
    public IActionResult New(string token) => this.SeeOther($"/waitlist-entries/{token}");

    [HttpPost("/waitlist-entries/{token}/acceptance")]
    [EnableRateLimiting(RateLimits.Registration)]
    public async Task<IActionResult> Create(string token, CancellationToken ct) =>
        this.SeeOther($"/waitlist-entries/{token}{(await keepPlace.TakeUp(token, ct) ? "/enrollments/new" : "")}");
}
