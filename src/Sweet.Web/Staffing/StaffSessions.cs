using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Staff;
using Sweet.Web.Data;
using Sweet.Web.Staffing.Forms;

namespace Sweet.Web.Staffing;

/// <summary>
/// Who is behind a cookie is asked of the database with each request: a session that was ended, a role that was taken or an account
/// that was disabled counts at once, on every instance.
/// </summary>
public sealed class StaffSessions(SweetDbContext db, LastUses lastUses, TimeProvider clock)
{
    private const string KeyClaim = "session";

    /// <summary>Begins a session in the transaction at hand; what the cookie is to carry comes back.</summary>
    /// <param name="browser">As it calls itself.</param>
    public ClaimsPrincipal Begin(StaffMember member, string? browser)
    {
        var key = RandomText.Token();
        db.StaffSessions.Add(new StaffSession(member.Id, key, browser, clock.GetUtcNow().UtcDateTime));
        return PrincipalOf(member.Id, member.Name, [], key);
    }

    /// <summary>Ends those that live, and every link that was emailed for the account, in the transaction at hand.</summary>
    public async Task EndAll(string staffId, int? butThis, CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        await db.StaffSessions.Where(s => s.StaffId == staffId && s.EndedAtUtc == null && s.Id != butThis)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAtUtc, nowUtc), ct);
        await db.PasswordResets.Where(r => r.StaffId == staffId && r.EndsAtUtc > nowUtc)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.EndsAtUtc, nowUtc), ct);
        await db.AddressChanges.Where(c => c.StaffId == staffId && c.EndsAtUtc > nowUtc)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.EndsAtUtc, nowUtc), ct);
    }

    /// <summary>Ends one, if it lives, in the transaction at hand.</summary>
    public Task<int> End(string staffId, int sessionId, CancellationToken ct)
    {
        DateTime? nowUtc = clock.GetUtcNow().UtcDateTime;
        return db.StaffSessions.Where(s => s.StaffId == staffId && s.Id == sessionId && s.EndedAtUtc == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAtUtc, nowUtc), ct);
    }

    /// <returns>Null for a cookie that opens nothing anymore; then whose it was, unless nobody knows.</returns>
    internal async Task<(ClaimsPrincipal? Live, EndedSession? Ended)> Find(ClaimsPrincipal? cookie, CancellationToken ct)
    {
        if (cookie?.FindFirstValue(KeyClaim) is not { } key) return default;

        var hash = RetiredLink.HashOf(key);
        var found = await db.StaffSessions.AsNoTracking().Where(s => s.KeyHash == hash)
            .Join(db.Users.Where(m => m.DisabledAtUtc == null), s => s.StaffId, m => m.Id, (session, member) => new
            {
                Session = session,
                member.Name,
                Roles = db.UserRoles.Where(r => r.UserId == member.Id)
                    .Join(db.Roles, r => r.RoleId, role => role.Id, (_, role) => role.Name!).ToList(),
            })
            .SingleOrDefaultAsync(ct);
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        if (found is null) return default;
        if (!found.Session.IsLiveAt(nowUtc, lastUses.Of(found.Session)))
            return (null, new EndedSession(PrincipalOf(found.Session.StaffId, found.Name, [], key)));

        lastUses.Note(found.Session.Id, nowUtc);
        return (PrincipalOf(found.Session.StaffId, found.Name, found.Roles, key, found.Session.Id), null);
    }

    private static ClaimsPrincipal PrincipalOf(string id, string name, IEnumerable<string> roles, string key, int? sessionId = null)
    {
        List<Claim> claims = [new(ClaimTypes.NameIdentifier, id), new(ClaimTypes.Name, name), new(KeyClaim, key)];
        claims.AddRange(roles.Select(role => new Claim(ClaimTypes.Role, role)));
        if (sessionId is { } number) claims.Add(new Claim(CurrentStaff.SessionClaim, $"{number}"));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme));
    }

    /// <summary>Asked by the cookie with each request that it comes with.</summary>
    internal static async Task Validate(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<StaffSessions>();
        var (live, ended) = await sessions.Find(context.Principal, context.HttpContext.RequestAborted);
        if (live is not null)
        {
            context.ReplacePrincipal(live);
            return;
        }

        context.RejectPrincipal();
        // Another page of this browser may still hold a form of that session: its cookie says then whose the form is.
        if (ended is not null) context.HttpContext.Features.Set(ended);
        else await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
