using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Web.Data;
using Sweet.Web.Features.StripeWebhooks;
using Sweet.Web.Hosting.Workers;
using Sweet.Web.Payments;

namespace Sweet.Web.Workers;

/// <summary>Compares what is open with us with what Stripe says: a webhook that never came changes nothing but the delay.</summary>
public sealed partial class Reconcile(SweetDbContext db, SettleCheckout settleCheckout, SettleRefund settleRefund, WorkerTurn turn, ILogger<Reconcile> log) : IWork
{
    public string Name => "reconcile";

    public Task RunOnce(CancellationToken ct) => Compare(ct);

    /// <returns>How many could not be compared; the next round tries them again.</returns>
    public async Task<int> Compare(CancellationToken ct)
    {
        var failures = 0;
        var sessions = await db.Checkouts
            .Where(c => c.SessionId != null && (c.Status == CheckoutStatus.Open
                || c.Order.Payments.Any(p => p.CheckoutId == c.Id && p.Status == PaymentStatus.Processing)))
            .OrderBy(c => c.Id).Select(c => c.SessionId!).ToListAsync(ct);
        foreach (var session in sessions) failures += await Try(session, () => settleCheckout.For(session, Actor.Worker(Name), notice: null, ct), ct);

        var refunds = await db.Refunds
            .Where(r => r.StripeRefundId != null && (r.Status == RefundStatus.Pending || r.Status == RefundStatus.RequiresAction))
            .OrderBy(r => r.Id).Select(r => r.StripeRefundId!).ToListAsync(ct);
        foreach (var refund in refunds) failures += await Try(refund, () => settleRefund.For(refund, Actor.Worker(Name), notice: null, ct), ct);
        return failures;
    }

    private async Task<int> Try(string objectId, Func<Task> settle, CancellationToken ct)
    {
        await turn.Keep(ct);
        try
        {
            await settle();
            return 0;
        }
        catch (StripeUnavailableException exception)
        {
            Silent(objectId, exception.Message);
            return 1;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // One object that cannot be settled must not keep the others from it.
            Failed(objectId, exception);
            return 1;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{ObjectId} could not be settled")]
    private partial void Failed(string objectId, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{ObjectId} could not be compared with Stripe: {Reason}")]
    private partial void Silent(string objectId, string reason);
}
