using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Staff;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Staff;

namespace Sweet.Web.Staffing;

/// <summary>What an admin changes of an account: its person is told, it stands in the history, and every session of it ends.</summary>
public sealed class ChangeAccount(
    SweetDbContext db, UserManager<StaffMember> staff, StaffSessions sessions, Outbox outbox, TimeProvider clock)
{
    /// <summary>The person connects an app or a passkey anew when they sign in next; the password stays.</summary>
    public async Task<AccountRefusal?> ResetSecondStep(string id, Actor by, CancellationToken ct) =>
        // One's own is changed in the profile, with the password: a page left open must not be enough.
        by == Actor.Staff(id) ? AccountRefusal.OwnSecondStep : await Change(id, by, StaffAccountNews.SecondStepReset, async member =>
        {
            if (!member.TwoFactorEnabled) return ("no second step", "no second step");

            await staff.SetTwoFactorEnabledAsync(member, enabled: false).Insist();
            await staff.ResetAuthenticatorKeyAsync(member).Insist();
            await staff.GenerateNewTwoFactorRecoveryCodesAsync(member, 0);
            await db.UserPasskeys.Where(p => p.UserId == id).ExecuteDeleteAsync(ct);
            return ("second step set up", "second step reset");
        }, ct);

    /// <param name="seen">The roles that whoever changes them has seen.</param>
    public async Task<AccountRefusal?> SetRoles(string id, StaffRoles roles, StaffRoles seen, Actor by, CancellationToken ct) =>
        roles.AreNone ? AccountRefusal.NoRole : await Change(id, by, StaffAccountNews.RolesChanged, async member =>
        {
            var before = StaffRoles.Of(await staff.GetRolesAsync(member));
            // Whoever wants what is so by now has it.
            if (before != seen && before != roles) return null;

            await staff.RemoveFromRolesAsync(member, before.Names.Except(roles.Names, StringComparer.Ordinal)).Insist();
            await staff.AddToRolesAsync(member, roles.Names.Except(before.Names, StringComparer.Ordinal)).Insist();
            return (InWords(before), InWords(roles));
        }, ct);

    public Task<AccountRefusal?> Disable(string id, Actor by, CancellationToken ct) =>
        Change(id, by, StaffAccountNews.Disabled, member =>
        {
            var before = member.DisabledAtUtc is null ? "in use" : "disabled";
            member.DisabledAtUtc ??= clock.GetUtcNow().UtcDateTime;
            return Task.FromResult<(string, string)?>((before, "disabled"));
        }, ct);

    public Task<AccountRefusal?> Enable(string id, Actor by, CancellationToken ct) =>
        Change(id, by, news: null, member =>
        {
            var before = member.DisabledAtUtc is null ? "in use" : "disabled";
            member.DisabledAtUtc = null;
            return Task.FromResult<(string, string)?>((before, "in use"));
        }, ct);

    /// <param name="change">What was and what is; null where it is not as whoever changes it has seen it.</param>
    private Task<AccountRefusal?> Change(
        string id, Actor by, StaffAccountNews? news, Func<StaffMember, Task<(string From, string To)?>> change, CancellationToken ct) =>
        db.InTransaction<AccountRefusal?>(
            async transaction =>
            {
                // Two admins who take each other's role at the same moment take turns: the second is refused.
                await db.Roles.Where(r => r.Id == StaffRole.Admin).Lock(r => r.Name, ct);
                await db.Users.Where(m => m.Id == id).Lock(m => m.SecurityStamp, ct);
                if (await staff.FindByIdAsync(id) is not { } member) return AccountRefusal.NoSuchPerson;

                if (await change(member) is not var (from, to)) return AccountRefusal.ChangedMeanwhile;
                if (from == to) return null;
                await staff.UpdateAsync(member).Insist();
                if (!await HasAdmin(ct)) return AccountRefusal.LastAdmin;

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                await sessions.EndAll(id, butThis: null, ct);
                db.History.Add(StaffHistory.Entry(id, from, to, by, nowUtc));
                if (news is { } told)
                {
                    var roles = StaffRoles.Of(await staff.GetRolesAsync(member));
                    await outbox.Tell(new StaffAccountLetter(member.Email!, told, id, nowUtc) { Roles = roles }, nowUtc, ct);
                }

                await transaction.SaveAndCommit(ct);
                return null;
            },
            ct);

    // Somebody who can sign in and give roles back.
    private Task<bool> HasAdmin(CancellationToken ct) =>
        db.Users.AnyAsync(m => m.DisabledAtUtc == null && db.UserRoles.Any(r => r.UserId == m.Id && r.RoleId == StaffRole.Admin), ct);

    private static string InWords(StaffRoles roles) => roles.AreNone ? "no role" : string.Join(", ", roles.Names);
}

public enum AccountRefusal
{
    NoSuchPerson,
    LastAdmin,
    NoRole,
    ChangedMeanwhile,
    OwnSecondStep,
}
