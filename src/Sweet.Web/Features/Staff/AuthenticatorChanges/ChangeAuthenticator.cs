using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Staff;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Staff;
using Sweet.Web.Features.Staff.Authenticators;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.AuthenticatorChanges;

public sealed class ChangeAuthenticator(
    SweetDbContext db, UserManager<StaffMember> staff, StaffSessions sessions, Outbox outbox, TimeProvider clock)
{
    public string NewKey() => staff.GenerateNewAuthenticatorKey();

    public Task<string> Email(string staffId, CancellationToken ct) =>
        db.Users.Where(m => m.Id == staffId).Select(m => m.Email!).SingleAsync(ct);

    public Task<AuthenticatorChange> Change(
        string staffId, int sessionId, string key, AuthenticatorChangeForm form, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                await db.Users.Where(m => m.Id == staffId).Lock(m => m.SecurityStamp, ct);
                var member = await db.Users.SingleAsync(m => m.Id == staffId, ct);
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                if (!await staff.Knows(member, form.Current!, nowUtc))
                {
                    await transaction.SaveAndCommit(ct);
                    return AuthenticatorChange.Refused(nameof(form.Current), PasswordAgain.NotYours);
                }

                if (AuthenticatorApp.StepOf(key, form.Code, nowUtc) is not { } step)
                    return AuthenticatorChange.Refused(nameof(form.Code), SignInWords.CodeNotRight);

                member.ForgetFailures();
                member.LastCodeStep = step;
                var codes = await Replace(member, key, ct);
                await sessions.EndAll(staffId, sessionId, ct);
                db.History.Add(StaffHistory.Entry(staffId, "app connected", "another app connected", Actor.Staff(staffId), nowUtc));
                var letter = new StaffAccountLetter(member.Email!, StaffAccountNews.AuthenticatorChanged, staffId, nowUtc);
                await outbox.Tell(letter, nowUtc, ct);
                await transaction.SaveAndCommit(ct);
                return new AuthenticatorChange(codes, Field: null, Why: null);
            },
            ct);

    // Identity has no call that takes a key which was made before: its own row is the one that it reads.
    private async Task<IReadOnlyList<string>> Replace(StaffMember member, string key, CancellationToken ct)
    {
        await staff.ResetAuthenticatorKeyAsync(member).Insist();
        await db.UserTokens.Where(t => t.UserId == member.Id && t.Name == "AuthenticatorKey")
            .ForEachAsync(token => token.Value = key, ct);
        var codes = await staff.GenerateNewTwoFactorRecoveryCodesAsync(member, ConnectAuthenticator.RecoveryCodes);
        return [.. codes!];
    }
}

/// <param name="RecoveryCodes">Shown once; null if nothing was changed.</param>
/// <param name="Field">That is wrong.</param>
public sealed record AuthenticatorChange(IReadOnlyList<string>? RecoveryCodes, string? Field, string? Why)
{
    public static AuthenticatorChange Refused(string field, string why) => new(RecoveryCodes: null, field, why);
}
