using Microsoft.AspNetCore.Identity;
using Sweet.Domain;
using Sweet.Domain.Staff;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Authenticators;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Staffing;
using Sweet.Web.Staffing.Passkeys;

namespace Sweet.Web.Features.Staff.FirstPasskeys;

/// <summary>A passkey instead of an app; with it the first session begins.</summary>
public sealed class ConnectPasskey(
    SweetDbContext db, UserManager<StaffMember> staff, PasskeyChecks checks, StaffSessions sessions, TimeProvider clock)
{
    /// <returns>Null if the answer is not right, or the account has a second step already.</returns>
    public Task<ConnectAuthenticator.Connected?> Connect(HalfSignedIn half, PasskeyForm form, HttpContext context, CancellationToken ct) =>
        db.InTransaction<ConnectAuthenticator.Connected?>(
            async transaction =>
            {
                await db.Users.Where(m => m.Id == half.StaffId).Lock(m => m.SecurityStamp, ct);
                var member = await staff.FindByIdAsync(half.StaffId);
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                if (member is not { TwoFactorEnabled: false } || member.SecurityStamp != half.Stamp) return null;
                if (!member.MayTryAt(nowUtc) || !await checks.Add(member, form, PasskeyChecks.FirstName, context)) return null;

                member.ForgetFailures();
                await staff.SetTwoFactorEnabledAsync(member, enabled: true).Insist();
                // The key that the page has offered to an app opens nothing: no app was connected.
                await staff.ForgetApp(member);
                var codes = await staff.GenerateNewTwoFactorRecoveryCodesAsync(member, ConnectAuthenticator.RecoveryCodes);
                db.History.Add(StaffHistory.Entry(member.Id, "no second step", "passkey added", Actor.Staff(member.Id), nowUtc));
                var principal = sessions.Begin(member, context.Request.Headers.UserAgent.ToString());
                await transaction.SaveAndCommit(ct);
                return new ConnectAuthenticator.Connected(principal, [.. codes!]);
            },
            ct);
}
