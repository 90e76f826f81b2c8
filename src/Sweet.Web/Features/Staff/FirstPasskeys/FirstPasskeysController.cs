using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Authenticators;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;
using Sweet.Web.Staffing.Passkeys;

namespace Sweet.Web.Features.Staff.FirstPasskeys;

/// <summary>The other choice of the page that connects an app.</summary>
[AllowAnonymous]
[PrivatePage]
public sealed class FirstPasskeysController(ConnectPasskey connectPasskey) : Controller
{
    [HttpGet("/staff/sign-in/first-passkey")]
    public IActionResult New() => this.SeeOther("/staff/sign-in/authenticator");

    [HttpPost("/staff/sign-in/first-passkey")]
    [EnableRateLimiting(RateLimits.SecondStep)]
    public async Task<IActionResult> Create(PasskeyForm form, CancellationToken ct)
    {
        if (await HalfSignedIn.Of(HttpContext) is not { } half) return this.SeeOther("/staff/sign-in");
        // Its page has a new challenge and says nothing: what the browser shows has said it.
        if (!ModelState.IsValid || await connectPasskey.Connect(half, form, HttpContext, ct) is not { } connected)
            return this.SeeOther("/staff/sign-in/authenticator?passkey=failed");

        await HalfSignedIn.Finish(HttpContext, connected.Principal);
        return View("/Features/Staff/Authenticators/Show.cshtml", new RecoveryCodesPage(connected.RecoveryCodes, half.Back ?? "/staff"));
    }
}
