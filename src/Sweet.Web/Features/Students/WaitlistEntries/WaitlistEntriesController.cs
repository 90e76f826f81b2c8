using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Features.Students.WaitlistEntries;

/// <summary>The line of a full cohort. The same answer whether or not the address is in it.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class WaitlistEntriesController(WaitlistPages pages, AskForPlace askForPlace) : Controller
{
    [HttpGet("/cohorts/{reference}/waitlist-entries/new")]
    public async Task<IActionResult> New(string reference, CancellationToken ct)
    {
        if (await pages.OfCohort(reference, ct) is not { } page) return NotFound();

        return page.IsFull ? View(page) : this.SeeOther($"/cohorts/{reference}/enrollments/new");
    }

    [HttpGet("/cohorts/{reference}/waitlist-entries")]
    public IActionResult Edit(string reference) => this.SeeOther($"/cohorts/{reference}/waitlist-entries/new");

    [HttpPost("/cohorts/{reference}/waitlist-entries")]
    [EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Create(string reference, WaitlistForm form, CancellationToken ct)
    {
        if (await pages.OfCohort(reference, ct) is not { } page) return NotFound();
        if (!page.IsFull) return this.SeeOther($"/cohorts/{reference}/enrollments/new");
        if (!ModelState.IsValid) return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), page with { Form = form });

        await askForPlace.Ask(reference, form.Address(), form.ToName(), ct);
        return this.SeeOther($"/cohorts/{reference}/waitlist-entries/sent");
    }

    [HttpGet("/cohorts/{reference}/waitlist-entries/sent")]
    public async Task<IActionResult> Index(string reference, CancellationToken ct) =>
        await pages.OfCohort(reference, ct) is { } page ? View(page) : NotFound();

    /// <remarks>Mail scanners open every link: it shows buttons, and only they change something.</remarks>
    [HttpGet("/waitlist-entries/{token}")]
    [PrivatePage]
    public async Task<IActionResult> Show(string token, CancellationToken ct) =>
        await pages.OfEntry(token, ct) is { } page ? View(page) : NotFound();
}
