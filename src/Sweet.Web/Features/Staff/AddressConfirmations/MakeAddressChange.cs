using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Staff;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Staff;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.AddressConfirmations;

/// <summary>From now on the account is signed in to by the new address; the old one is told, and every session ends.</summary>
public sealed class MakeAddressChange(
    SweetDbContext db, UserManager<StaffMember> staff, StaffSessions sessions, Outbox outbox, TimeProvider clock)
{
    public async Task<AddressConfirmationPage?> Find(string token, CancellationToken ct)
    {
        var hash = RetiredLink.HashOf(token);
        var change = await db.AddressChanges.AsNoTracking().SingleOrDefaultAsync(c => c.TokenHash == hash, ct);
        return change is null ? null : new AddressConfirmationPage(token, change.Email, change.IsOpenAt(clock.GetUtcNow().UtcDateTime));
    }

    /// <returns>False if it was made, ended, or another account has the address by now.</returns>
    public Task<bool> Make(string token, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                var hash = RetiredLink.HashOf(token);
                // Two presses take turns.
                await db.AddressChanges.Where(c => c.TokenHash == hash).Lock(c => c.TokenHash, ct);
                var change = await db.AddressChanges.SingleOrDefaultAsync(c => c.TokenHash == hash, ct);
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                if (change?.IsOpenAt(nowUtc) != true) return false;

                await db.Users.Where(m => m.Id == change.StaffId).Lock(m => m.SecurityStamp, ct);
                var member = await db.Users.SingleAsync(m => m.Id == change.StaffId, ct);
                if (member.DisabledAtUtc is not null || await staff.FindByEmailAsync(change.EmailKey) is not null) return false;

                var before = member.Email!;
                change.Make(nowUtc);
                member.Email = member.UserName = change.EmailKey;
                await staff.UpdateSecurityStampAsync(member).Insist();
                await sessions.EndAll(member.Id, butThis: null, ct);
                db.History.Add(StaffHistory.Entry(member.Id, before, change.EmailKey, Actor.Staff(member.Id), nowUtc));
                await outbox.Tell(new StaffAccountLetter(before, StaffAccountNews.AddressChanged, member.Id, nowUtc), nowUtc, ct);
                await transaction.SaveAndCommit(ct);
                return true;
            },
            ct);
}

/// <param name="Email">The new one.</param>
public sealed record AddressConfirmationPage(string Token, string Email, bool IsOpen);
