using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Features.Staff.PasswordResets;

/// <summary>Where the emailed link leads. The second step stays as it was: this alone signs nobody in.</summary>
[AllowAnonymous]
[PrivatePage]
public sealed class PasswordResetsController(ResetPassword resetPassword) : Controller
{
    [HttpGet("/staff/password-resets/{token}")]
    public async Task<IActionResult> New(string token, CancellationToken ct) =>
        await resetPassword.Find(token, ct) switch
        {
            null => NotFound(),
            { IsOpen: false } => this.Answer(StatusCodes.Status410Gone, "Ended"),
            var reset => View(new PasswordResetPage(token, reset.Email, new PasswordResetForm())),
        };

    [HttpPost("/staff/password-resets/{token}")]
    [EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Create(string token, PasswordResetForm form, CancellationToken ct)
    {
        if (await resetPassword.Find(token, ct) is not { } reset) return NotFound();
        if (!reset.IsOpen) return this.Answer(StatusCodes.Status410Gone, "Ended");

        if (ModelState.IsValid && resetPassword.RefusalFor(reset, form.Password!) is { } weak)
            ModelState.AddModelError(nameof(form.Password), weak);
        if (!ModelState.IsValid)
            return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), new PasswordResetPage(token, reset.Email, form));

        // Used by a second press meanwhile: its page says so.
        return await resetPassword.Reset(token, form.Password!, ct) is { } done
            ? View("Show", done)
            : this.SeeOther($"/staff/password-resets/{token}");
    }
}
