using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Orders;
using Sweet.Web.Data;
using Sweet.Web.Hosting.Workers;

namespace Sweet.Web.Workers;

/// <summary>Carries requested refunds to Stripe, the oldest first.</summary>
public sealed partial class SendRefunds(SweetDbContext db, SendRefund sendRefund, WorkerTurn turn, TimeProvider clock, ILogger<SendRefunds> log) : IWork
{
    private const int Batch = 50;

    public string Name => "send refunds";

    public async Task RunOnce(CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var due = await db.Refunds.ToSendAt(nowUtc).Select(r => r.Id).Take(Batch).ToListAsync(ct);
        foreach (var refundId in due)
        {
            await turn.Keep(ct);
            try
            {
                await sendRefund.Once(refundId, ct);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // One refund that cannot be sent must not keep the others from being sent.
                Failed(refundId, exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Refund {RefundId} could not be sent")]
    private partial void Failed(int refundId, Exception exception);
}
