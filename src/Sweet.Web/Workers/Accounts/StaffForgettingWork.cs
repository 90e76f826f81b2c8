using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Staff;
using Sweet.Web.Data;

namespace Sweet.Web.Workers.Accounts;

/// <summary>
/// Deletes sessions, invitations and links of staff a month after their end, and forms that were kept for them at once. The last
/// session of each person stays.
/// </summary>
public sealed class StaffForgettingWork(SweetDbContext db, TimeProvider clock) : IWork
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public string Name => "forget ended sessions";

    public async Task RunOnce(CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var before = nowUtc - Kept;
        var startedBefore = before - StaffSession.Lifetime;
        // People's page says when somebody was last here.
        var sessions = db.StaffSessions.Where(s => s.EndedAtUtc < before || s.StartedAtUtc < startedBefore)
            .Where(s => db.StaffSessions.Any(later => later.StaffId == s.StaffId && later.Id > s.Id));
        var invitations = db.Invitations
            .Where(i => i.AcceptedAtUtc < before || i.RevokedAtUtc < before || i.EndsAtUtc < before);

        // The profile says when a passkey was last used; an older challenge is no longer taken anyway.
        var oldUses = db.PasskeyUses.Where(u => u.UsedAtUtc < before)
            .Where(u => db.PasskeyUses.Any(later => later.PasskeyKey == u.PasskeyKey && later.Id > u.Id));

        await db.InTransaction(
            async transaction =>
            {
                await sessions.ExecuteDeleteAsync(ct);
                await invitations.ExecuteDeleteAsync(ct);
                await db.PasswordResets.Where(r => r.EndsAtUtc < before).ExecuteDeleteAsync(ct);
                await db.AddressChanges.Where(c => c.EndsAtUtc < before).ExecuteDeleteAsync(ct);
                await oldUses.ExecuteDeleteAsync(ct);
                await db.KeptForms.Where(f => f.EndsAtUtc <= nowUtc).ExecuteDeleteAsync(ct);
                await transaction.SaveAndCommit(ct);
            },
            ct);
    }
}
