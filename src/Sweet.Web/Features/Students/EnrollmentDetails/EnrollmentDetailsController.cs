using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Web.Correcting;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Students.AddressProofs;
using Sweet.Web.Features.Students.Enrollments;
using Sweet.Web.Features.Students.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Students.EnrollmentDetails;

[AllowAnonymous]
[PrivatePage]
public sealed class EnrollmentDetailsController(SweetDbContext db, ProveAddress proveAddress, CorrectDetails correctDetails) : Controller
{
    [HttpGet("/enrollments/{token}/details/edit")]
    public async Task<IActionResult> Edit(string token, CancellationToken ct) =>
        await Find(token, ct) is { } enrollment ? View(DetailsPage.Of(token, enrollment, DetailsForm.Of(enrollment))) : NotFound();

    [HttpGet("/enrollments/{token}/details")]
    public async Task<IActionResult> Show(string token, CancellationToken ct) =>
        this.SeeOther($"/enrollments/{token}{(await Find(token, ct) is null ? "" : "/details/edit")}");

    [HttpPost("/enrollments/{token}/details")]
    [EnableRateLimiting(RateLimits.Registration)]
    public async Task<IActionResult> Update(string token, DetailsForm form, CancellationToken ct)
    {
        await proveAddress.By(token, Client.Of(HttpContext), ct);
        if (!ModelState.IsValid) return await Again(token, form, ct);

        var correction = await correctDetails.Correct(token, form.ToDetails(), ct);
        if (correction == Correction.Saved) return Saved(token);

        if (correction == Correction.NoSuchEnrollment) return NotFound();
        if (correction == Correction.AddressMissing) ModelState.AddModelError(nameof(form.Email), "Enter your email address");
        if (correction == Correction.AddressTaken)
            ModelState.AddModelError(nameof(form.Email), EnrollmentRefusalText.AlreadyEnrolled);
        return await Again(token, form, ct);
    }

    private IActionResult Saved(string token)
    {
        Notice.Leave(HttpContext, Notice.DetailsSaved);
        return this.SeeOther($"/enrollments/{token}");
    }

    private async Task<IActionResult> Again(string token, DetailsForm form, CancellationToken ct)
    {
        if (await Find(token, ct) is not { } enrollment) return NotFound();

        return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(Edit), DetailsPage.Of(token, enrollment, form));
    }

    private Task<Enrollment?> Find(string token, CancellationToken ct) =>
        db.Enrollments.AsNoTracking().Live().Include(e => e.Order).OpenedBy(token).SingleOrDefaultAsync(ct);
}

public sealed record DetailsPage(string Token, string Number, bool IsHeld, DetailsForm Form)
{
    public static DetailsPage Of(string token, Enrollment enrollment, DetailsForm form) =>
        new(token, enrollment.Number, enrollment.Status == EnrollmentStatus.Held, form);
}
