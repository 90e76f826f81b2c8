using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting.Security;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Students.Enrollments;

[AllowAnonymous]
public sealed class EnrollmentsController(EnrollStudent enrollStudent, NewEnrollmentPages newPages) : Controller
{
    [HttpGet("/cohorts/{reference}/enrollments/new")]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public async Task<IActionResult> New(string reference, CancellationToken ct)
    {
        var page = await newPages.Read(reference, Client.Of(HttpContext), ct);
        if (page is null) return NotFound();

        // A browser that is new holds nothing yet, so it was not asked for; and a page that is not found sets no cookie.
        Client.Remembered(HttpContext);
        if (!page.IsOpen) return Closed(page);

        return View(page with { Form = new EnrollmentForm { From = SourceArticle.Of(Request), SeenPriceMinor = page.Price.Minor } });
    }

    [HttpGet("/cohorts/{reference}/enrollments")]
    public IActionResult Index(string reference) =>
        this.SeeOther(SourceArticle.AddTo($"/cohorts/{reference}/enrollments/new", SourceArticle.Of(Request)));

    [HttpPost("/cohorts/{reference}/enrollments")]
    [EnableRateLimiting(RateLimits.Registration)]
    public async Task<IActionResult> Create(string reference, EnrollmentForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Again(reference, form, reason: null, ct);

        return await enrollStudent.Enroll(reference, form.ToApplicant(Client.Remembered(HttpContext)), ct) switch
        {
            Refused(var reason) => await Again(reference, form, reason, ct),
            SeatHeld(var token, _) => this.SeeOther($"/enrollments/{token}"),
            NoSuchCohort => NotFound(),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<IActionResult> Again(string reference, EnrollmentForm form, EnrollmentRefusal? reason, CancellationToken ct)
    {
        var page = await newPages.Read(reference, Client.Of(HttpContext), ct);
        if (page is null) return NotFound();

        if (reason is { } refusal) ModelState.AddModelError("", refusal.InWords(page.HoldMinutes));
        // The new price is shown, and sent with the next try; the field itself cannot be seen, so its error has no place.
        if (ModelState[nameof(form.SeenPriceMinor)]?.Errors.Count > 0)
            ModelState.AddModelError("", EnrollmentRefusal.PriceChanged.InWords(page.HoldMinutes));
        ModelState.Remove(nameof(form.SeenPriceMinor));
        form.SeenPriceMinor = page.Price.Minor;
        return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), page with { Form = form });
    }

    private ViewResult Closed(NewEnrollmentPage page) =>
        page.Phase is CohortPhase.Upcoming or CohortPhase.Full
            ? View(nameof(Closed), page)
            : this.Answer(StatusCodes.Status410Gone, nameof(Closed), page);
}
