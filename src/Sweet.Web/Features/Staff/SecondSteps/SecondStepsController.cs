using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Features.Staff.SecondSteps;

[AllowAnonymous]
[PrivatePage]
public sealed class SecondStepsController(TakeSecondStep takeSecondStep, SecondStepPages pages) : Controller
{
    [HttpGet("/staff/sign-in/second-step")]
    public async Task<IActionResult> New() =>
        await HalfSignedIn.Of(HttpContext) is { } half
            ? View(await pages.For(half, new SecondStepForm(), HttpContext))
            : this.SeeOther("/staff/sign-in");

    [HttpPost("/staff/sign-in/second-step")]
    [EnableRateLimiting(RateLimits.SecondStep)]
    public async Task<IActionResult> Create(SecondStepForm form, CancellationToken ct)
    {
        if (await HalfSignedIn.Of(HttpContext) is not { } half) return this.SeeOther("/staff/sign-in");

        var field = form.RecoveryCode is { Length: > 0 } ? nameof(form.RecoveryCode) : nameof(form.Code);
        var browser = Request.Headers.UserAgent.ToString();
        if (ModelState.IsValid && await takeSecondStep.Take(half, form, browser, ct) is { } principal)
        {
            await HalfSignedIn.Finish(HttpContext, principal);
            return this.SeeOther(half.Back ?? "/staff");
        }

        if (ModelState.IsValid) ModelState.AddModelError(field, SignInWords.CodeNotRight);
        return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), await pages.For(half, form, HttpContext));
    }
}
