using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Passkeys;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.PasskeyRemovals;

[Authorize]
[PrivatePage]
public sealed class PasskeyRemovalsController(ChangePasskeys changePasskeys, PasskeyPages pages) : Controller
{
    [HttpGet("/staff/profile/passkeys/{key}/removal")]
    public async Task<IActionResult> Show(string key, CancellationToken ct) =>
        await pages.Find(User.StaffId(), key, ct) is null ? NotFound() : this.SeeOther($"/staff/profile/passkeys/{key}");

    [HttpPost("/staff/profile/passkeys/{key}/removal")]
    [EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Create(string key, PasskeyRemovalForm form, CancellationToken ct)
    {
        if (await pages.Find(User.StaffId(), key, ct) is not { } passkey) return NotFound();

        var me = (User.StaffId(), User.StaffSessionId());
        if (ModelState.IsValid && await changePasskeys.Remove(me, key, form, ct) is var (field, why)) ModelState.AddModelError(field, why);
        if (ModelState.IsValid) return this.SeeOther("/staff/profile");

        var page = new PasskeyEditPage(passkey, new PasskeyNameForm { Name = passkey.Name }, form);
        return this.Answer(StatusCodes.Status422UnprocessableEntity, "/Features/Staff/Passkeys/Edit.cshtml", page);
    }
}
