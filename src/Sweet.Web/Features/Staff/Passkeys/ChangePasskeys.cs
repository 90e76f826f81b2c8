using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Staff;
using Sweet.Web.Data;
using Sweet.Web.Email.Letters.Staff;
using Sweet.Web.Staffing;
using Sweet.Web.Staffing.Passkeys;

namespace Sweet.Web.Features.Staff.Passkeys;

/// <summary>One’s own passkeys: one more, another name, one less. The password is asked for, and the person is told.</summary>
public sealed class ChangePasskeys(
    SweetDbContext db, UserManager<StaffMember> staff, PasskeyChecks checks, FactorNews news, TimeProvider clock)
{
    private const string NotAdded = "The passkey did not answer, or took too long. Try again";
    private const string TooMany = "You have ten passkeys. Remove one first";
    private const string LastOne = "It is your only second step. Connect an app or add another passkey first";

    /// <returns>The field that is wrong, and why; null once it is added.</returns>
    public Task<(string Field, string Why)?> Add(
        (string Id, int Session) me, NewPasskeyForm form, HttpContext context, CancellationToken ct) =>
        db.InTransaction<(string Field, string Why)?>(
            async transaction =>
            {
                var (member, nowUtc) = await Locked(me.Id, ct);
                if (!await staff.Knows(member, form.Current!, nowUtc))
                {
                    await transaction.SaveAndCommit(ct);
                    return (nameof(form.Current), PasswordAgain.NotYours);
                }

                if ((await staff.GetPasskeysAsync(member)).Count >= PasskeyChecks.Most) return ("", TooMany);
                if (!await checks.Add(member, form, form.Name!.Trim(), context)) return ("", NotAdded);

                member.ForgetFailures();
                db.History.Add(StaffHistory.Entry(me.Id, null, "passkey added", Actor.Staff(me.Id), nowUtc));
                await news.Tell(member, me.Session, StaffAccountNews.PasskeyAdded, nowUtc, ct);
                await transaction.SaveAndCommit(ct);
                return null;
            },
            ct);

    /// <returns>False if there is no such passkey.</returns>
    public Task<bool> Rename(string staffId, string key, string name, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                var (member, nowUtc) = await Locked(staffId, ct);
                if (await Find(member, key) is not { } passkey) return false;

                passkey.Name = name;
                await staff.AddOrUpdatePasskeyAsync(member, passkey).Insist();
                db.History.Add(StaffHistory.Entry(staffId, "passkey", "passkey renamed", Actor.Staff(staffId), nowUtc));
                await transaction.SaveAndCommit(ct);
                return true;
            },
            ct);

    /// <returns>Why it stays; null once it is gone.</returns>
    public Task<(string Field, string Why)?> Remove(
        (string Id, int Session) me, string key, PasskeyRemovalForm form, CancellationToken ct) =>
        db.InTransaction<(string Field, string Why)?>(
            async transaction =>
            {
                var (member, nowUtc) = await Locked(me.Id, ct);
                if (!await staff.Knows(member, form.Current!, nowUtc))
                {
                    await transaction.SaveAndCommit(ct);
                    return (nameof(form.Current), PasswordAgain.NotYours);
                }

                if (await Find(member, key) is not { } passkey) return null;
                if (!await staff.HasApp(member) && (await staff.GetPasskeysAsync(member)).Count == 1) return ("", LastOne);

                member.ForgetFailures();
                await staff.RemovePasskeyAsync(member, passkey.CredentialId).Insist();
                db.History.Add(StaffHistory.Entry(me.Id, "passkey", "passkey removed", Actor.Staff(me.Id), nowUtc));
                await news.Tell(member, me.Session, StaffAccountNews.PasskeyRemoved, nowUtc, ct);
                await transaction.SaveAndCommit(ct);
                return null;
            },
            ct);

    private async Task<(StaffMember Member, DateTime NowUtc)> Locked(string staffId, CancellationToken ct)
    {
        await db.Users.Where(m => m.Id == staffId).Lock(m => m.SecurityStamp, ct);
        return (await db.Users.SingleAsync(m => m.Id == staffId, ct), clock.GetUtcNow().UtcDateTime);
    }

    private async Task<UserPasskeyInfo?> Find(StaffMember member, string key) =>
        (await staff.GetPasskeysAsync(member)).FirstOrDefault(p => PasskeyChecks.KeyOf(p.CredentialId) == key);
}
