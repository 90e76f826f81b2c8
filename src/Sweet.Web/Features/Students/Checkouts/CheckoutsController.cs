using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Domain.Enrollments;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Students.AddressProofs;
using Sweet.Web.Features.Students.Enrollments;
using Sweet.Web.Features.Students.Shared;
using Sweet.Web.Features.Students.StudentPages;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Features.Students.Checkouts;

[AllowAnonymous]
[PrivatePage]
[AllowsCheckout]
public sealed class CheckoutsController(ProveAddress proveAddress, StartCheckout startCheckout, EnrollmentPages pages) : Controller
{
    private const string Down = "Our payment service is down or busy at the moment. Nothing was charged, and your seat stays held. "
        + "Please try again in a minute.";
    private const string MaybePaid = "Our payment service is down or busy at the moment, so we cannot see whether you have paid. "
        + "If you have, the money is safe, and your seat is confirmed as soon as we hear about it. "
        + "If you have not, please try again in a minute.";
    private const string NoUse = "Our payment service won’t take this payment, and trying again won’t help. "
        + "Nothing was charged. The registrar has been told and will email you.";
    private const string NoTime = "There is too little time left for another attempt. When the time is up, "
        + "one button registers you again with everything filled in.";
    private const string Stuck =
        "The seat that you wanted to move from has ended, so this move cannot be paid for anymore. Nothing was charged. "
        + "If you still want these dates, email us.";

    private const string BadAddress = "Our payment service does not accept your email address. Correct it below, then continue to payment.";

    [HttpGet("/enrollments/{token}/checkouts")]
    public IActionResult New(string token) => this.SeeOther($"/enrollments/{token}");

    [HttpPost("/enrollments/{token}/checkouts")]
    [EnableRateLimiting(RateLimits.Registration)]
    public async Task<IActionResult> Create(string token, SeenForm form, CancellationToken ct)
    {
        await proveAddress.By(token, Client.Of(HttpContext), ct);
        if (await this.AnswerIfChanged(pages, token, form.SeenStudent, ct) is { } changed) return changed;

        return await startCheckout.Start(token, ct) switch
        {
            GoToStripe(var url) => this.SeeOther(url),
            PaymentRefused(PaymentRefusal.NoTimeLeft) => await Again(token, NoTime, StatusCodes.Status422UnprocessableEntity, ct),
            PaymentRefused(PaymentRefusal.EarlierSeatEnded) => await Again(token, Stuck, StatusCodes.Status422UnprocessableEntity, ct),
            PaymentRefused => this.SeeOther($"/enrollments/{token}"),
            AddressRefused => await Again(token, BadAddress, StatusCodes.Status422UnprocessableEntity, ct),
            StripeRefuses => await Again(token, NoUse, StatusCodes.Status422UnprocessableEntity, ct),
            StripeIsDown { MayBePaid: true } => await Again(token, MaybePaid, StatusCodes.Status503ServiceUnavailable, ct),
            StripeIsDown => await Again(token, Down, StatusCodes.Status503ServiceUnavailable, ct),
            NoSuchEnrollment => NotFound(),
            _ => throw new UnreachableException(),
        };
    }

    private Task<IActionResult> Again(string token, string problem, int status, CancellationToken ct) =>
        this.AnswerOnPage(pages, token, problem, status, ct);
}
