using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Domain.Waitlists;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Students.WaitlistEntries;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Features.Students.WaitlistConfirmations;

/// <summary>The address is confirmed, and is in line.</summary>
[AllowAnonymous]
[PrivatePage]
public sealed class WaitlistConfirmationsController(KeepPlace keepPlace, WaitlistPages pages) : Controller
{
    private const string PlaceView = "/Features/Students/WaitlistEntries/Show.cshtml";

    [HttpGet("/waitlist-entries/{token}/confirmation")]
    public IActionResult New(string token) => this.SeeOther($"/waitlist-entries/{token}");

    [HttpPost("/waitlist-entries/{token}/confirmation")]
    [EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Create(string token, CancellationToken ct)
    {
        if (await keepPlace.Join(token, ct) is not { } refusal) return this.SeeOther($"/waitlist-entries/{token}");
        if (await pages.OfEntry(token, ct) is not { } page) return NotFound();

        return this.Answer(StatusCodes.Status422UnprocessableEntity, PlaceView, page with { Problem = InWords(refusal) });
    }

    private static string InWords(WaitlistRefusal refusal) => refusal switch
    {
        WaitlistRefusal.SeatsAreFree => "No one has to wait: seats are free again. The course page leads to the registration form.",
        WaitlistRefusal.AlreadyEnrolled => "This address has a seat in this cohort already.",
        _ => "Registration for these dates is closed. Choose other dates on the course page.",
    };
}
