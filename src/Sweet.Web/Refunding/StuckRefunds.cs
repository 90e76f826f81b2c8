using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Cases;
using Sweet.Domain.Refunds;
using Sweet.Web.Data;
using Sweet.Web.Email;

namespace Sweet.Web.Refunding;

/// <summary>
/// Opens a case once Stripe has not taken a refund for a day: one for all that wait, since their reason is mostly the same.
/// It closes once none is stuck.
/// </summary>
public sealed class StuckRefunds(SweetDbContext db, Outbox outbox, TimeProvider clock)
{
    public async Task Tell(CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var waiting = await db.Refunds.StuckAt(nowUtc).CountAsync(ct);
        var isTold = await db.OpenCases.AnyAsync(c => c.Kind == OpenCaseKind.RefundStuck && c.ResolvedAtUtc == null, ct);
        if (isTold != waiting > 0) await Write(waiting, nowUtc, ct);
    }

    private Task Write(int waiting, DateTime nowUtc, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                var oldest = await db.Refunds.Include(r => r.Order.Enrollment).StuckAt(nowUtc).FirstOrDefaultAsync(ct);
                if (oldest is not null) await db.OpenOnce(RefundCases.Stuck(oldest, waiting, nowUtc), outbox, ct);
                else await Heal(nowUtc, ct);
                await transaction.SaveAndCommit(ct);
            },
            ct);

    private async Task Heal(DateTime nowUtc, CancellationToken ct)
    {
        // One that waits for its bank meanwhile is not over: its case could not open a second time.
        if (await db.Refunds.AnyAsync(r => r.Status == RefundStatus.Requested && r.Attempts >= RefundQueries.TriesOfADay, ct)) return;

        var open = await db.OpenCases.Include(c => c.Order!.Enrollment)
            .Where(c => c.Kind == OpenCaseKind.RefundStuck && c.ResolvedAtUtc == null).ToListAsync(ct);
        foreach (var openCase in open) openCase.Resolve(CaseResolution.Healed, CaseReasons.NoneStuck, SendRefund.By, nowUtc);
    }
}
