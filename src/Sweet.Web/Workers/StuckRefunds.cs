using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Orders;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Features.StripeWebhooks;

namespace Sweet.Web.Workers;

/// <summary>Opens a case once Stripe has not taken a refund for a day: one for all that wait, since their reason is mostly the same.</summary>
public sealed class StuckRefunds(SweetDbContext db, Outbox outbox, TimeProvider clock)
{
    public async Task Tell(CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var waiting = await db.Refunds.StuckAt(nowUtc).CountAsync(ct);
        if (waiting == 0) return;

        await db.InTransaction(
            async transaction =>
            {
                var oldest = await db.Refunds.Include(r => r.Order.Enrollment).StuckAt(nowUtc).FirstOrDefaultAsync(ct);
                if (oldest is not null) await db.OpenOnce(OpenCase.ForStuck(oldest, waiting, nowUtc), outbox, ct);
                await db.SaveChangesAsync(ct);
                await transaction.CommitAsync(ct);
                return true;
            },
            ct);
    }
}
