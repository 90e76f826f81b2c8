using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Shared.Passkeys;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;
using Sweet.Web.Staffing.Passkeys;

namespace Sweet.Web.Features.Staff.PasskeySignIns;

/// <summary>Where the answer of a passkey is sent to, from the first page or from the second step.</summary>
[AllowAnonymous]
[PrivatePage]
public sealed class PasskeySignInsController(SignInByPasskey signInByPasskey, PasskeyChecks checks) : Controller
{
    [HttpGet("/staff/sign-in/passkey")]
    public async Task<IActionResult> New() => View(nameof(New), await Page(LocalOrNull(Request.Query["back"])));

    [HttpPost("/staff/sign-in/passkey")]
    [EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Create(PasskeyForm form, CancellationToken ct)
    {
        var back = (await HalfSignedIn.Of(HttpContext))?.Back ?? LocalOrNull(form.Back);
        if (ModelState.IsValid && await signInByPasskey.SignIn(form, HttpContext, ct) is { } principal)
        {
            await HalfSignedIn.Finish(HttpContext, principal);
            return this.SeeOther(back ?? "/staff");
        }

        ModelState.Clear();
        ModelState.AddModelError("", SignInWords.PasskeyNotRight);
        return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), await Page(back));
    }

    private async Task<PasskeyPart> Page(string? back) =>
        PasskeyPart.SignIn(await checks.OfferSignIn(member: null, HttpContext), back);

    private string? LocalOrNull(string? address) => Url.IsLocalUrl(address) ? address : null;
}
