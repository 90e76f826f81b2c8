using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Staff;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Staff;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.PasswordResets;

/// <summary>A new password for whoever reads the address of the account. Every session ends; the second step is kept.</summary>
public sealed class ResetPassword(
    SweetDbContext db, UserManager<StaffMember> staff, StaffSessions sessions, Outbox outbox, TimeProvider clock)
{
    /// <returns>Null if no such link was ever sent, or the account is disabled.</returns>
    public async Task<FoundReset?> Find(string token, CancellationToken ct)
    {
        var hash = RetiredLink.HashOf(token);
        var found = await db.PasswordResets.AsNoTracking().Where(r => r.TokenHash == hash)
            .Join(db.Users.Where(m => m.DisabledAtUtc == null), r => r.StaffId, m => m.Id, (reset, member) => new
            {
                Reset = reset,
                member.Email,
                member.Name,
            })
            .SingleOrDefaultAsync(ct);
        return found is null
            ? null
            : new FoundReset(found.Email!, found.Name, found.Reset.IsOpenAt(clock.GetUtcNow().UtcDateTime));
    }

    public string? RefusalFor(FoundReset reset, string password) => PasswordRule.RefusalFor(password, reset.Name, reset.Email);

    /// <returns>Null if the link was used or has ended meanwhile.</returns>
    public Task<PasswordWasReset?> Reset(string token, string password, CancellationToken ct) =>
        db.InTransaction<PasswordWasReset?>(
            async transaction =>
            {
                var hash = RetiredLink.HashOf(token);
                // Two presses take turns.
                await db.PasswordResets.Where(r => r.TokenHash == hash).Lock(r => r.TokenHash, ct);
                var reset = await db.PasswordResets.SingleOrDefaultAsync(r => r.TokenHash == hash, ct);
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                if (reset?.IsOpenAt(nowUtc) != true) return null;

                await db.Users.Where(m => m.Id == reset.StaffId).Lock(m => m.SecurityStamp, ct);
                var member = await db.Users.SingleAsync(m => m.Id == reset.StaffId, ct);
                if (member.DisabledAtUtc is not null) return null;

                reset.Use(nowUtc);
                // A pause for wrong tries goes on: whoever reads the email guesses no more codes than others.
                member.PasswordHash = staff.PasswordHasher.HashPassword(member, password);
                await staff.UpdateSecurityStampAsync(member).Insist();
                await sessions.EndAll(member.Id, butThis: null, ct);
                db.History.Add(StaffHistory.Entry(member.Id, "password", "password reset by email", Actor.Staff(member.Id), nowUtc));
                await outbox.Tell(new StaffAccountLetter(member.Email!, StaffAccountNews.PasswordReset, member.Id, nowUtc), nowUtc, ct);
                await transaction.SaveAndCommit(ct);
                return new PasswordWasReset(member.PausedUntilAt(nowUtc));
            },
            ct);
}

/// <param name="PausedUntilUtc">Until when the account takes no try, after wrong ones; null if it takes them.</param>
public sealed record PasswordWasReset(DateTime? PausedUntilUtc);

/// <param name="Email">Of the account.</param>
public sealed record FoundReset(string Email, string Name, bool IsOpen);
