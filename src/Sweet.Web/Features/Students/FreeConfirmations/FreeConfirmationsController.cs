using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Students.AddressProofs;
using Sweet.Web.Features.Students.Enrollments;
using Sweet.Web.Features.Students.Shared;
using Sweet.Web.Features.Students.StudentPages;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Features.Students.FreeConfirmations;

/// <summary>"Confirm my seat", where nothing is to be paid.</summary>
[AllowAnonymous]
[PrivatePage]
public sealed class FreeConfirmationsController(
    ProveAddress proveAddress, ConfirmFreeEnrollment confirmFreeEnrollment, EnrollmentPages pages) : Controller
{
    [HttpGet("/enrollments/{token}/confirmations")]
    public IActionResult New(string token) => this.SeeOther($"/enrollments/{token}");

    [HttpPost("/enrollments/{token}/confirmations")]
    [EnableRateLimiting(RateLimits.Registration)]
    public async Task<IActionResult> Create(string token, SeenForm form, CancellationToken ct)
    {
        await proveAddress.By(token, Client.Of(HttpContext), ct);
        if (await this.AnswerIfChanged(pages, token, form.SeenStudent, ct) is { } changed) return changed;

        return await confirmFreeEnrollment.Confirm(token, ct) ? this.SeeOther($"/enrollments/{token}") : NotFound();
    }
}
