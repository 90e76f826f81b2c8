using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Shared.Passkeys;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;
using Sweet.Web.Staffing;
using Sweet.Web.Staffing.Passkeys;

namespace Sweet.Web.Features.Staff.Authenticators;

/// <summary>Before anything else is reached, an account needs its second factor.</summary>
[AllowAnonymous]
[PrivatePage]
public sealed class AuthenticatorsController(ConnectAuthenticator connectAuthenticator, PasskeyChecks checks) : Controller
{
    [HttpGet("/staff/sign-in/authenticator")]
    public async Task<IActionResult> New() =>
        await HalfSignedIn.Of(HttpContext) is { } half && await Read(half, new AuthenticatorForm()) is { } page
            ? View(page)
            : this.SeeOther("/staff/sign-in");

    [HttpPost("/staff/sign-in/authenticator")]
    [EnableRateLimiting(RateLimits.SecondStep)]
    public async Task<IActionResult> Create(AuthenticatorForm form, CancellationToken ct)
    {
        if (await HalfSignedIn.Of(HttpContext) is not { } half || await Read(half, form) is not { } page)
            return this.SeeOther("/staff/sign-in");

        var browser = Request.Headers.UserAgent.ToString();
        if (ModelState.IsValid && await connectAuthenticator.Connect(half, form.Code!, browser, ct) is { } connected)
        {
            await HalfSignedIn.Finish(HttpContext, connected.Principal);
            return View("Show", new RecoveryCodesPage(connected.RecoveryCodes, half.Back ?? "/staff"));
        }

        if (ModelState.IsValid) ModelState.AddModelError(nameof(form.Code), SignInWords.CodeNotRight);
        return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), page);
    }

    private async Task<AuthenticatorPage?> Read(HalfSignedIn half, AuthenticatorForm form)
    {
        if (await connectAuthenticator.Waiting(half) is not var (member, key)) return null;

        var (path, size) = AuthenticatorApp.Picture(AuthenticatorApp.AddressOf(key, member.Email!));
        return new AuthenticatorPage(member.Email!, AuthenticatorApp.Shown(key), path, size, form)
        {
            Passkey = PasskeyPart.First(await checks.OfferNew(member, HttpContext)),
            IsPasskeyRefused = Request.Query.ContainsKey("passkey"),
        };
    }
}
