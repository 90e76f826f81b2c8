using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.PasswordChanges;

[Authorize]
[PrivatePage]
public sealed class PasswordChangesController(ChangePassword changePassword) : Controller
{
    [HttpGet("/staff/profile/password")]
    public IActionResult New() => View(new PasswordChangeForm());

    [HttpPost("/staff/profile/password")]
    [EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Create(PasswordChangeForm form, CancellationToken ct)
    {
        if (ModelState.IsValid && await changePassword.Change(User.StaffId(), User.StaffSessionId(), form, ct) is var (field, why))
            ModelState.AddModelError(field, why);
        if (!ModelState.IsValid) return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), form);

        return this.SeeOther("/staff/profile");
    }
}
