using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Staff;
using Sweet.Web.Data;

namespace Sweet.Web.Features.Staff.InvitationRevocations;

public sealed class RevokeInvitation(SweetDbContext db, TimeProvider clock)
{
    /// <returns>False if there is none.</returns>
    public Task<bool> Revoke(int id, Actor by, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                // Whoever accepts it at the same moment takes turns with this.
                await db.Invitations.Where(i => i.Id == id).Lock(i => i.TokenHash, ct);
                if (await db.Invitations.SingleOrDefaultAsync(i => i.Id == id, ct) is not { } invitation) return false;

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                if (invitation.RefusalAt(nowUtc) is not null) return true;

                invitation.Revoke(nowUtc);
                db.History.Add(StaffHistory.Revoked(invitation, by, nowUtc));
                await transaction.SaveAndCommit(ct);
                return true;
            },
            ct);
}
