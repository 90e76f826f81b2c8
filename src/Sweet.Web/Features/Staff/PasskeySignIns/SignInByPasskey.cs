using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Sweet.Web.Data;
using Sweet.Web.Staffing;
using Sweet.Web.Staffing.Passkeys;

namespace Sweet.Web.Features.Staff.PasskeySignIns;

/// <summary>A passkey that has checked its person counts as both steps: something they have, and something they are or know.</summary>
public sealed class SignInByPasskey(
    SweetDbContext db, UserManager<StaffMember> staff, PasskeyChecks checks, StaffSessions sessions, TimeProvider clock)
{
    /// <returns>For the cookie; null if the answer is not right, was taken before, or the account is disabled or locked.</returns>
    public Task<ClaimsPrincipal?> SignIn(PasskeyForm form, HttpContext context, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                if (await checks.AccountOf(form, ct) is not { } id) return null;

                // The same answer sent twice at the same moment takes turns.
                await db.Users.Where(m => m.Id == id).Lock(m => m.SecurityStamp, ct);
                var member = await staff.FindByIdAsync(id);
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                if (member is not { TwoFactorEnabled: true } || !member.MayTryAt(nowUtc)) return null;

                var isRight = await checks.Take(member, form, context);
                if (isRight) member.ForgetFailures();
                else member.CountFailure(nowUtc);
                var principal = isRight ? sessions.Begin(member, context.Request.Headers.UserAgent.ToString()) : null;
                await transaction.SaveAndCommit(ct);
                return principal;
            },
            ct);
}
