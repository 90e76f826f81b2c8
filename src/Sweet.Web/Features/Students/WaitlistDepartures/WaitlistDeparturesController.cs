using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Students.WaitlistEntries;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Features.Students.WaitlistDepartures;

/// <summary>Somebody leaves the line, or passes the offered seat on.</summary>
[AllowAnonymous]
[PrivatePage]
public sealed class WaitlistDeparturesController(KeepPlace keepPlace) : Controller
{
    [HttpGet("/waitlist-entries/{token}/departure")]
    public IActionResult New(string token) => this.SeeOther($"/waitlist-entries/{token}");

    [HttpPost("/waitlist-entries/{token}/departure")]
    [EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Create(string token, CancellationToken ct)
    {
        await keepPlace.Leave(token, ct);
        return this.SeeOther($"/waitlist-entries/{token}");
    }
}
