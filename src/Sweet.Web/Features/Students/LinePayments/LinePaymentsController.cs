using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Domain.Waitlists;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Students.AddressProofs;
using Sweet.Web.Features.Students.Enrollments;
using Sweet.Web.Features.Students.Shared;
using Sweet.Web.Features.Students.StudentPages;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Features.Students.LinePayments;

/// <summary>"Wait in line and leave my payment here", where it came too late for a seat.</summary>
[AllowAnonymous]
[PrivatePage]
[AllowsCheckout]
public sealed class LinePaymentsController(ProveAddress proveAddress, KeepLateMoney keepLateMoney, EnrollmentPages pages) : Controller
{
    [HttpGet("/enrollments/{token}/line-payments")]
    public IActionResult New(string token) => this.SeeOther($"/enrollments/{token}");

    [HttpPost("/enrollments/{token}/line-payments")]
    [EnableRateLimiting(RateLimits.Registration)]
    public async Task<IActionResult> Create(string token, CancellationToken ct)
    {
        await proveAddress.By(token, Client.Of(HttpContext), ct);
        return await keepLateMoney.Wait(token, ct) is { } refusal
            ? await this.AnswerOnPage(pages, token, InWords(refusal), StatusCodes.Status422UnprocessableEntity, ct)
            : this.SeeOther($"/enrollments/{token}");
    }

    private static string InWords(WaitlistRefusal refusal) => refusal switch
    {
        WaitlistRefusal.NotOpen => "Registration for these dates is closed, so no seat can open up anymore. Your payment goes back to you.",
        WaitlistRefusal.AlreadyEnrolled => "This address has a seat in this cohort already. This payment goes back to you.",
        _ => "The time to choose is over, and this payment goes back to you. You can still join the waitlist from the course page.",
    };
}
