using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Refunds;
using Sweet.Web.Data;
using Sweet.Web.Refunding;

namespace Sweet.Web.Workers;

/// <summary>Carries requested refunds to Stripe, the oldest first.</summary>
public sealed class RefundsWork(
    SweetDbContext db, SendRefund sendRefund, StuckRefunds stuckRefunds, WorkerTurn turn, TimeProvider clock) : IWork
{
    private const int Batch = 50;

    public string Name => SendRefund.Work;

    public async Task RunOnce(CancellationToken ct)
    {
        await SendDue(ct);
        await stuckRefunds.Tell(ct);
    }

    private async Task SendDue(CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var due = await db.Refunds.ToSendAt(nowUtc).Select(r => r.Id).Take(Batch).ToListAsync(ct);
        var silences = new Silences();
        foreach (var refundId in due)
        {
            await turn.Keep(ct);
            silences.Count(isAnswered: await sendRefund.Once(refundId, ct));
            if (silences.AreMany) return;
        }
    }
}
