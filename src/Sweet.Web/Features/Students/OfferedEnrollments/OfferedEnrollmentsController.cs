using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Waitlists;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Students.Enrollments;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Features.Students.OfferedEnrollments;

/// <summary>The usual registration form, for the seat that is kept for somebody in line.</summary>
[AllowAnonymous]
[PrivatePage]
public sealed class OfferedEnrollmentsController(
    SweetDbContext db, EnrollStudent enrollStudent, NewEnrollmentPages newPages, TimeProvider clock) : Controller
{
    [HttpGet("/waitlist-entries/{token}/enrollments/new")]
    public async Task<IActionResult> New(string token, CancellationToken ct)
    {
        if (await Find(token, ct) is not { } entry) return NotFound();
        if (!entry.IsOfferedAt(clock.GetUtcNow().UtcDateTime)) return this.SeeOther($"/waitlist-entries/{token}");

        var page = await PageOf(entry, code: null, ct);
        return View(FormAnswers.View, page with { Form = EnrollmentForm.For(entry, page.Total.Minor) });
    }

    [HttpGet("/waitlist-entries/{token}/enrollments")]
    public IActionResult Index(string token) => this.SeeOther($"/waitlist-entries/{token}/enrollments/new");

    [HttpPost("/waitlist-entries/{token}/enrollments")]
    [EnableRateLimiting(RateLimits.Registration)]
    public async Task<IActionResult> Create(string token, EnrollmentForm form, CancellationToken ct)
    {
        if (await Find(token, ct) is not { } entry) return NotFound();
        if (form.Apply) return this.ShowCode(await PageOf(entry, form.Code, ct), form);
        if (!ModelState.IsValid) return await Again(entry, form, reason: null, ct);

        var applicant = form.ToApplicant(Client.Remembered(HttpContext)) with { OfferToken = token };
        return await enrollStudent.Enroll(entry.Cohort.Reference, applicant, ct) switch
        {
            Refused(var reason) => await Again(entry, form, reason, ct),
            CodeRefused(var reason) => await Again(entry, form, reason, ct),
            SeatHeld(var link, _) => this.SeeOther($"/enrollments/{link}"),
            NoSuchCohort => NotFound(),
            _ => throw new UnreachableException(),
        };
    }

    private Task<WaitlistEntry?> Find(string token, CancellationToken ct) =>
        db.WaitlistEntries.AsNoTracking().Include(e => e.Cohort).SingleOrDefaultAsync(e => e.Token == token, ct);

    private async Task<NewEnrollmentPage> PageOf(WaitlistEntry entry, string? code, CancellationToken ct)
    {
        var page = await newPages.Read(entry.Cohort.Reference, code, Client.Remembered(HttpContext), ct);
        return page! with { Offer = new SeatOffer(entry.Token, entry.OfferEndsAtUtc ?? clock.GetUtcNow().UtcDateTime) };
    }

    private async Task<IActionResult> Again(WaitlistEntry entry, EnrollmentForm form, Enum? reason, CancellationToken ct) =>
        this.ShowAgain(await PageOf(entry, form.Code, ct), form, reason);
}
