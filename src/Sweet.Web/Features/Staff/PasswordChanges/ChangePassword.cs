using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Staff;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Staff;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.PasswordChanges;

/// <summary>One’s own password. Every other session ends.</summary>
public sealed class ChangePassword(
    SweetDbContext db, UserManager<StaffMember> staff, StaffSessions sessions, Outbox outbox, TimeProvider clock)
{
    /// <returns>The field that is wrong, and why; null once it is changed.</returns>
    public Task<(string Field, string Why)?> Change(string staffId, int sessionId, PasswordChangeForm form, CancellationToken ct) =>
        db.InTransaction<(string Field, string Why)?>(
            async transaction =>
            {
                await db.Users.Where(m => m.Id == staffId).Lock(m => m.SecurityStamp, ct);
                var member = await db.Users.SingleAsync(m => m.Id == staffId, ct);
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                if (!await staff.Knows(member, form.Current!, nowUtc))
                {
                    await transaction.SaveAndCommit(ct);
                    return (nameof(form.Current), PasswordAgain.NotYours);
                }

                if (PasswordRule.RefusalFor(form.Password!, member.Name, member.Email!) is { } weak) return (nameof(form.Password), weak);

                member.ForgetFailures();
                member.PasswordHash = staff.PasswordHasher.HashPassword(member, form.Password!);
                await staff.UpdateSecurityStampAsync(member).Insist();
                await sessions.EndAll(staffId, sessionId, ct);
                db.History.Add(StaffHistory.Entry(staffId, "password", "password changed", Actor.Staff(staffId), nowUtc));
                await outbox.Tell(new StaffAccountLetter(member.Email!, StaffAccountNews.PasswordChanged, staffId, nowUtc), nowUtc, ct);
                await transaction.SaveAndCommit(ct);
                return null;
            },
            ct);
}
