using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.Passkeys;

[Authorize]
[PrivatePage]
public sealed class PasskeysController(ChangePasskeys changePasskeys, PasskeyPages pages) : Controller
{
    [HttpGet("/staff/profile/passkeys")]
    public async Task<IActionResult> New() => View(await pages.New(User.StaffId(), new NewPasskeyForm(), HttpContext));

    [HttpPost("/staff/profile/passkeys")]
    [EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Create(NewPasskeyForm form, CancellationToken ct)
    {
        var me = (User.StaffId(), User.StaffSessionId());
        if (ModelState.IsValid && await changePasskeys.Add(me, form, HttpContext, ct) is var (field, why))
            ModelState.AddModelError(field, why);
        return ModelState.IsValid
            ? this.SeeOther("/staff/profile")
            : this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), await pages.New(User.StaffId(), form, HttpContext));
    }

    [HttpGet("/staff/profile/passkeys/{key}")]
    public async Task<IActionResult> Edit(string key, CancellationToken ct) =>
        await pages.Find(User.StaffId(), key, ct) is { } passkey
            ? View(new PasskeyEditPage(passkey, new PasskeyNameForm { Name = passkey.Name }, new PasskeyRemovalForm()))
            : NotFound();

    [HttpPost("/staff/profile/passkeys/{key}")]
    public async Task<IActionResult> Update(string key, PasskeyNameForm form, CancellationToken ct)
    {
        if (await pages.Find(User.StaffId(), key, ct) is not { } passkey) return NotFound();
        if (ModelState.IsValid && await changePasskeys.Rename(User.StaffId(), key, form.Name!.Trim(), ct))
            return this.SeeOther("/staff/profile");

        var page = new PasskeyEditPage(passkey, form, new PasskeyRemovalForm());
        return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(Edit), page);
    }
}
