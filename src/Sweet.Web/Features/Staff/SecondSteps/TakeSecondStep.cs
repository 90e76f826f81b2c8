using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.SecondSteps;

/// <summary>Begins a session for whoever has the password and the second factor.</summary>
public sealed class TakeSecondStep(SweetDbContext db, UserManager<StaffMember> staff, StaffSessions sessions, TimeProvider clock)
{
    /// <summary>Identity's codes: twice five letters and digits, a hyphen between.</summary>
    private const int RecoveryCodeSigns = 10;

    /// <returns>For the cookie; null if the code is none of now, was used before, or the account is disabled or locked.</returns>
    public Task<ClaimsPrincipal?> Take(HalfSignedIn half, SecondStepForm form, string? browser, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                // The same code sent twice at the same moment takes turns.
                await db.Users.Where(m => m.Id == half.StaffId).Lock(m => m.SecurityStamp, ct);
                var member = await staff.FindByIdAsync(half.StaffId);
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                if (member is not { TwoFactorEnabled: true } || member.SecurityStamp != half.Stamp || !member.MayTryAt(nowUtc)) return null;

                var isRight = form.RecoveryCode is { Length: > 0 } code
                    ? (await staff.RedeemTwoFactorRecoveryCodeAsync(member, AsShown(code))).Succeeded
                    : await IsOfApp(member, form.Code, nowUtc);
                if (isRight) member.ForgetFailures();
                else member.CountFailure(nowUtc);
                var principal = isRight ? sessions.Begin(member, browser) : null;
                await transaction.SaveAndCommit(ct);
                return principal;
            },
            ct);

    // People type what they kept without its hyphen, in lower case, or with blanks: none of that is a guess.
    private static string AsShown(string typed)
    {
        var signs = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return signs.Length == RecoveryCodeSigns ? $"{signs[..(RecoveryCodeSigns / 2)]}-{signs[(RecoveryCodeSigns / 2)..]}" : signs;
    }

    private async Task<bool> IsOfApp(StaffMember member, string? code, DateTime nowUtc)
    {
        if (await staff.GetAuthenticatorKeyAsync(member) is not { } key) return false;
        if (AuthenticatorApp.StepOf(key, code, nowUtc) is not { } step || step <= member.LastCodeStep) return false;

        member.LastCodeStep = step;
        return true;
    }
}
