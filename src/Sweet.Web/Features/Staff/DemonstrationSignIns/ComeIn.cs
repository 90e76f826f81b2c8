using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Sweet.Web.Data;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.DemonstrationSignIns;

/// <summary>A session without a password, for accounts that have none.</summary>
public sealed class ComeIn(SweetDbContext db, StaffSessions sessions)
{
    /// <returns>Null if the sandbox has not made the account.</returns>
    public Task<ClaimsPrincipal?> As(string email, string? browser, CancellationToken ct) =>
        db.InTransaction<ClaimsPrincipal?>(
            async transaction =>
            {
                if (await db.Users.SingleOrDefaultAsync(m => m.Email == email && m.PasswordHash == null, ct) is not { } member) return null;

                var principal = sessions.Begin(member, browser);
                await transaction.SaveAndCommit(ct);
                return principal;
            },
            ct);
}
