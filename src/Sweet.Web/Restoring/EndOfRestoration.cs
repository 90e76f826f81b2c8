using Microsoft.EntityFrameworkCore;
using Sweet.Domain.ByHand;
using Sweet.Domain.Cases;
using Sweet.Domain.Messages;
using Sweet.Domain.Reconciliation;
using Sweet.Web.Data;
using Sweet.Web.Email;

namespace Sweet.Web.Restoring;

/// <summary>Whether a restored copy is still to be compared with Stripe, which keeps the site shut, and the end of that.</summary>
public sealed class EndOfRestoration(SweetDbContext db, Outbox outbox)
{
    public Task<bool> IsAwaited(CancellationToken ct) => db.Restorations.AnyAsync(r => r.ReconciledAtUtc == null, ct);

    /// <summary>A run that began after the restore has seen all: nothing that Stripe knows is hidden from us any more.</summary>
    /// <remarks>The caller saves.</remarks>
    public async Task Reach(ReconciliationRun run, DateTime nowUtc, CancellationToken ct)
    {
        var open = await db.Restorations.Where(r => r.ReconciledAtUtc == null && r.RestoredAtUtc <= run.StartedAtUtc).ToListAsync(ct);
        foreach (var restoration in open)
        {
            var withheld = await db.Messages.CountAsync(m => m.WithheldWhy == WithheldReason.MayHaveLeft, ct);
            // Staff may not have known a profession either.
            var remade = await db.Enrollments.CountAsync(
                e => e.LacksDetails && !db.History.Any(
                    h => h.EnrollmentId == e.Id && (h.Subject == HandRules.Subject || h.Subject == ImportRules.Subject)),
                ct);
            restoration.Reconcile(nowUtc);
            await db.OpenOnce(SiteCases.Restored(restoration, withheld, remade, nowUtc), outbox, ct);
        }
    }
}
