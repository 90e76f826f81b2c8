using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.SignOuts;

/// <summary>Ends the session of this browser: a copy of its cookie opens nothing anymore.</summary>
[Authorize]
[PrivatePage]
public sealed class SignOutsController(SweetDbContext db, StaffSessions sessions) : Controller
{
    [HttpGet("/staff/sign-out")]
    public IActionResult New() => View();

    [HttpPost("/staff/sign-out")]
    public async Task<IActionResult> Create(CancellationToken ct)
    {
        await db.InTransaction(
            async transaction =>
            {
                await sessions.End(User.StaffId(), User.StaffSessionId(), ct);
                await transaction.SaveAndCommit(ct);
            },
            ct);
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        return this.SeeOther("/staff/sign-in");
    }
}
