using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Students.Shared;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Students.Landings;

/// <summary>Where Stripe leads back after a payment. Settles what Stripe says, as a webhook would: a reload changes nothing.</summary>
[AllowAnonymous]
[PrivatePage]
public sealed class LandingsController(SettleEnrollment settleEnrollment) : Controller
{
    [HttpGet("/enrollments/{token}/landing")]
    public async Task<IActionResult> Show(string token, CancellationToken ct)
    {
        var landing = await settleEnrollment.Settle(token, ct);
        if (landing == Landing.Unsettled) PaymentLookup.Begin(HttpContext, token);
        else PaymentLookup.End(HttpContext);

        return landing switch
        {
            Landing.Unknown => NotFound(),
            Landing.Replaced => this.Answer(StatusCodes.Status410Gone, nameof(Landing.Replaced)),
            Landing.Unsettled => View(new LandingPage(token)),
            _ => this.SeeOther($"/enrollments/{token}"),
        };
    }
}

public sealed record LandingPage(string Token);
