using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Staff;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Staff;

namespace Sweet.Web.Staffing;

/// <summary>Invites somebody by email; an earlier invitation of the address ends. Called by the command line and by the page.</summary>
public sealed class InviteStaff(SweetDbContext db, Outbox outbox, TimeProvider clock)
{
    /// <param name="isMailed">False where mail is not set up: whoever invites passes the link on.</param>
    /// <returns>The token of the link; null if the address has an account already.</returns>
    public Task<string?> Invite(EmailAddress email, StaffRoles roles, Actor by, bool isMailed, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                var normalized = email.Key.ToUpperInvariant();
                if (await db.Users.AnyAsync(m => m.NormalizedEmail == normalized, ct)) return null;

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                foreach (var earlier in await db.Invitations.Where(i => i.EmailKey == email.Key && i.AcceptedAtUtc == null).ToListAsync(ct))
                    earlier.Revoke(nowUtc);
                var token = RandomText.Token();
                var invitation = new Invitation(email, roles, token, by, nowUtc);
                db.Invitations.Add(invitation);
                db.History.Add(StaffHistory.Invited(invitation, by, nowUtc));
                if (isMailed) await outbox.Tell(new InvitationLetter(email, token), nowUtc, ct);
                await transaction.SaveAndCommit(ct);
                return token;
            },
            ct);
}
