using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Settlements;
using Sweet.Web.Data;
using Sweet.Web.Settling;

namespace Sweet.Web.Features.Staff.StripeEventProcessings;

/// <summary>The settlement that webhook, landing page and reconciliation call, once more: what it has done it does not repeat.</summary>
public sealed class ProcessAgain(
    SweetDbContext db, SettleCheckout settleCheckout, SettleRefund settleRefund, SettleDispute settleDispute, TimeProvider clock)
{
    /// <returns>False if there is no such event.</returns>
    public async Task<bool> Process(int id, Actor by, CancellationToken ct)
    {
        if (await db.StripeEvents.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } taken) return false;

        await Settle(taken, by, ct);
        await db.InTransaction(
            async transaction =>
            {
                db.History.Add(taken.ProcessedAgain(by, clock.GetUtcNow().UtcDateTime));
                await transaction.SaveAndCommit(ct);
            },
            ct);
        return true;
    }

    // Only what begins like this was ever taken in.
    private Task Settle(StripeEvent taken, Actor by, CancellationToken ct) =>
        taken.Type.StartsWith("refund.", StringComparison.Ordinal) ? settleRefund.Settle(taken.ObjectId, by, notice: null, ct)
        : taken.Type.StartsWith("charge.dispute.", StringComparison.Ordinal) ? settleDispute.Settle(taken.ObjectId, by, notice: null, ct)
        : settleCheckout.Settle(taken.ObjectId, by, notice: null, ct);
}
