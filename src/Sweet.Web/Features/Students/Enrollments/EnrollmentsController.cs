using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Vouchers;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Features.Students.Enrollments;

[AllowAnonymous]
public sealed class EnrollmentsController(EnrollStudent enrollStudent, NewEnrollmentPages newPages) : Controller
{
    /// <summary>A link may bring the code of a voucher along.</summary>
    private const string CodeKey = "code";

    [HttpGet("/cohorts/{reference}/enrollments/new")]
    [EnableRateLimiting(RateLimits.Codes)]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public async Task<IActionResult> New(string reference, CancellationToken ct)
    {
        var code = CodeOf(Request);
        var page = await newPages.Read(reference, code, Client.Of(HttpContext), ct);
        if (page is null) return NotFound();

        // A browser that is new holds nothing yet, so it was not asked for; and a page that is not found sets no cookie.
        Client.Remembered(HttpContext);
        if (!page.IsOpen) return Closed(page);

        this.SayWhyNot(page);
        return View(page with
        {
            Form = new EnrollmentForm { From = SourceArticle.Of(Request), Code = code, SeenPriceMinor = page.Total.Minor },
        });
    }

    [HttpGet("/cohorts/{reference}/enrollments")]
    public IActionResult Index(string reference) =>
        this.SeeOther(SourceArticle.AddTo($"/cohorts/{reference}/enrollments/new", SourceArticle.Of(Request)));

    [HttpPost("/cohorts/{reference}/enrollments")]
    [EnableRateLimiting(RateLimits.Registration)]
    public async Task<IActionResult> Create(string reference, EnrollmentForm form, CancellationToken ct)
    {
        if (form.Apply) return await WithCode(reference, form, ct);
        if (!ModelState.IsValid) return await Again(reference, form, reason: null, ct);

        return await enrollStudent.Enroll(reference, form.ToApplicant(Client.Remembered(HttpContext)), ct) switch
        {
            Refused(var reason) => await Again(reference, form, reason, ct),
            CodeRefused(var reason) => await Again(reference, form, reason, ct),
            SeatHeld(var token, _) => this.SeeOther($"/enrollments/{token}"),
            NoSuchCohort => NotFound(),
            _ => throw new UnreachableException(),
        };
    }

    private static string? CodeOf(HttpRequest request) =>
        TypedText.Clean(request.Query[CodeKey].ToString()) is { Length: > 0 } code ? code.CutTo(Voucher.CodeMaxLength) : null;

    private async Task<IActionResult> WithCode(string reference, EnrollmentForm form, CancellationToken ct) =>
        await newPages.Read(reference, form.Code, Client.Of(HttpContext), ct) is { } page ? this.ShowCode(page, form) : NotFound();

    private async Task<IActionResult> Again(string reference, EnrollmentForm form, Enum? reason, CancellationToken ct) =>
        await newPages.Read(reference, form.Code, Client.Of(HttpContext), ct) is { } page ? this.ShowAgain(page, form, reason) : NotFound();

    private ViewResult Closed(NewEnrollmentPage page) =>
        page.Phase is CohortPhase.Upcoming or CohortPhase.Full
            ? View(nameof(Closed), page)
            : this.Answer(StatusCodes.Status410Gone, nameof(Closed), page);
}
