using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Staff;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Passkeys;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.Profiles;

/// <summary>One’s own account: where it is signed in, and where it was.</summary>
[Authorize]
[PrivatePage]
public sealed class ProfilesController(SweetDbContext db, PasskeyPages passkeys, TimeProvider clock) : Controller
{
    private static readonly TimeSpan Shown = TimeSpan.FromDays(30);

    [HttpGet("/staff/profile")]
    public async Task<IActionResult> Show(CancellationToken ct)
    {
        var (id, current, nowUtc) = (User.StaffId(), User.StaffSessionId(), clock.GetUtcNow().UtcDateTime);
        var since = nowUtc - Shown;
        var email = await db.Users.Where(m => m.Id == id).Select(m => m.Email!).SingleAsync(ct);
        var sessions = await db.StaffSessions.AsNoTracking().Where(s => s.StaffId == id && s.StartedAtUtc >= since)
            .OrderByDescending(s => s.StartedAtUtc).ToListAsync(ct);
        return View(new ProfilePage(email, [.. sessions.Select(s => SessionRow.Of(s, current, nowUtc))], await passkeys.Of(id, ct)));
    }
}

public sealed record ProfilePage(string Email, IReadOnlyList<SessionRow> Sessions, OwnFactors Factors)
{
    public bool HasOthers => Sessions.Any(s => s is { IsLive: true, IsThis: false });
}

public sealed record SessionRow(int Id, string Browser, DateTime StartedAtUtc, DateTime LastUsedAtUtc, bool IsLive, bool IsThis)
{
    public static SessionRow Of(StaffSession session, int current, DateTime nowUtc)
    {
        var isThis = session.Id == current;
        return new SessionRow(
            session.Id, BrowserName.Of(session.Browser), session.StartedAtUtc, session.LastUsedAtUtc,
            isThis || session.IsLiveAt(nowUtc, session.LastUsedAtUtc), isThis);
    }

    public string State => IsThis ? "This browser" : IsLive ? "Signed in" : "Ended";
}
