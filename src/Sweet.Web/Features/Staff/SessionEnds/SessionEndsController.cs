using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.SessionEnds;

/// <summary>Signs other browsers out: one, or all but this one.</summary>
[Authorize]
[PrivatePage]
public sealed class SessionEndsController(SweetDbContext db, StaffSessions sessions) : Controller
{
    [HttpGet("/staff/profile/sessions/end")]
    [HttpGet("/staff/profile/sessions/{id:int}/end")]
    public IActionResult Index() => this.SeeOther("/staff/profile");

    [HttpPost("/staff/profile/sessions/{id:int}/end")]
    public Task<IActionResult> Create(int id, CancellationToken ct) => End(() => sessions.End(User.StaffId(), id, ct), ct);

    [HttpPost("/staff/profile/sessions/end")]
    public Task<IActionResult> Delete(CancellationToken ct) => End(() => sessions.EndAll(User.StaffId(), User.StaffSessionId(), ct), ct);

    private async Task<IActionResult> End(Func<Task> end, CancellationToken ct)
    {
        await db.InTransaction(
            async transaction =>
            {
                await end();
                await transaction.SaveAndCommit(ct);
            },
            ct);
        return this.SeeOther("/staff/profile");
    }
}
