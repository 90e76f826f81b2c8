using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Authenticators;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.AuthenticatorChanges;

/// <summary>Another app for one’s own account: a new phone. The old app works until the new one has shown a code.</summary>
[Authorize]
[PrivatePage]
public sealed class AuthenticatorChangesController(ChangeAuthenticator changeAuthenticator, OfferedKeys offeredKeys) : Controller
{
    private const string TookTooLong = "That took longer than half an hour. Point the camera at the picture again: it is a new one";

    [HttpGet("/staff/profile/authenticator")]
    public async Task<IActionResult> New(CancellationToken ct) =>
        View(await PageFor(changeAuthenticator.NewKey(), new AuthenticatorChangeForm(), ct));

    [HttpPost("/staff/profile/authenticator")]
    [EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Create(AuthenticatorChangeForm form, CancellationToken ct)
    {
        var key = offeredKeys.KeyOf(User.StaffId(), form.Offered);
        if (key is null) ModelState.AddModelError(nameof(form.Code), TookTooLong);
        if (ModelState.IsValid)
        {
            var change = await changeAuthenticator.Change(User.StaffId(), User.StaffSessionId(), key!, form, ct);
            if (change.RecoveryCodes is { } codes)
                return View("/Features/Staff/Authenticators/Show.cshtml", new RecoveryCodesPage(codes, "/staff/profile"));

            ModelState.AddModelError(change.Field!, change.Why!);
        }

        // What the tag helper writes is what was posted, unless that is forgotten.
        ModelState.Remove(nameof(form.Offered));
        var page = await PageFor(key ?? changeAuthenticator.NewKey(), form, ct);
        return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), page);
    }

    private async Task<AuthenticatorChangePage> PageFor(string key, AuthenticatorChangeForm form, CancellationToken ct)
    {
        form.Offered = offeredKeys.Offer(User.StaffId(), key);
        var (path, size) = AuthenticatorApp.Picture(AuthenticatorApp.AddressOf(key, await changeAuthenticator.Email(User.StaffId(), ct)));
        return new AuthenticatorChangePage(AuthenticatorApp.Shown(key), path, size, form);
    }
}
