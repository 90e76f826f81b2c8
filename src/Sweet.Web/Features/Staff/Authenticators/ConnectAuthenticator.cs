using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Sweet.Domain;
using Sweet.Domain.Staff;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.Authenticators;

/// <summary>The first code of an app connects it; with it the first session begins.</summary>
public sealed class ConnectAuthenticator(SweetDbContext db, UserManager<StaffMember> staff, StaffSessions sessions, TimeProvider clock)
{
    public const int RecoveryCodes = 10;

    /// <returns>Null if the account has an app already, is disabled, or waits for no app.</returns>
    public async Task<(StaffMember Member, string Key)?> Waiting(HalfSignedIn half)
    {
        var member = await staff.FindByIdAsync(half.StaffId);
        if (member is not { DisabledAtUtc: null, TwoFactorEnabled: false } || member.SecurityStamp != half.Stamp) return null;

        return await staff.GetAuthenticatorKeyAsync(member) is { } key ? (member, key) : null;
    }

    /// <returns>Null if the code is none of now.</returns>
    public Task<Connected?> Connect(HalfSignedIn half, string code, string? browser, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                await db.Users.Where(m => m.Id == half.StaffId).Lock(m => m.SecurityStamp, ct);
                var member = await staff.FindByIdAsync(half.StaffId);
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                if (member is not { TwoFactorEnabled: false } || member.SecurityStamp != half.Stamp) return null;
                if (!member.MayTryAt(nowUtc)) return null;

                var step = await staff.GetAuthenticatorKeyAsync(member) is { } key ? AuthenticatorApp.StepOf(key, code, nowUtc) : null;
                var connected = step is null ? null : await Connect(member, step.Value, browser, nowUtc);
                if (connected is null) member.CountFailure(nowUtc);
                await transaction.SaveAndCommit(ct);
                return connected;
            },
            ct);

    private async Task<Connected> Connect(StaffMember member, long step, string? browser, DateTime nowUtc)
    {
        member.LastCodeStep = step;
        member.ForgetFailures();
        await staff.SetTwoFactorEnabledAsync(member, enabled: true).Insist();
        var codes = await staff.GenerateNewTwoFactorRecoveryCodesAsync(member, RecoveryCodes);
        db.History.Add(StaffHistory.Entry(member.Id, "no second step", "app connected", Actor.Staff(member.Id), nowUtc));
        return new Connected(sessions.Begin(member, browser), [.. codes!]);
    }

    /// <param name="RecoveryCodes">Shown once, never again.</param>
    public sealed record Connected(ClaimsPrincipal Principal, IReadOnlyList<string> RecoveryCodes);
}
