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
public sealed partial class Reconcile(SweetDbContext db, SettleCheckout settleCheckout, SettleRefund settleRefund, ILogger<Reconcile> log) : IWork
{
    public string Name => "reconcile";

    public async Task RunOnce(CancellationToken ct)
    {
        var sessions = await db.Checkouts
            .Where(c => c.SessionId != null && (c.Status == CheckoutStatus.Open
                || c.Order.Payments.Any(p => p.CheckoutId == c.Id && p.Status == PaymentStatus.Processing)))
            .OrderBy(c => c.Id).Select(c => c.SessionId!).ToListAsync(ct);
        foreach (var session in sessions) await Try(session, () => settleCheckout.For(session, Actor.Worker(Name), notice: null, ct));

        var refunds = await db.Refunds
            .Where(r => r.StripeRefundId != null && (r.Status == RefundStatus.Pending || r.Status == RefundStatus.RequiresAction))
            .OrderBy(r => r.Id).Select(r => r.StripeRefundId!).ToListAsync(ct);
        foreach (var refund in refunds) await Try(refund, () => settleRefund.For(refund, Actor.Worker(Name), notice: null, ct));
    }

    private async Task Try(string objectId, Func<Task> settle)
    {
        try
        {
            await settle();
        }
        catch (StripeUnavailableException exception)
        {
            Silent(objectId, exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{ObjectId} could not be compared with Stripe: {Reason}")]
    private partial void Silent(string objectId, string reason);
}
