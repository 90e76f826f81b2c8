using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Orders;
using Sweet.Web.Data;
using Sweet.Web.Features.StripeWebhooks;
using Sweet.Web.Payments;

namespace Sweet.Web.Workers;

/// <summary>Carries one requested refund to Stripe: one refund a row, however often it is tried.</summary>
public sealed partial class SendRefund(SweetDbContext db, StripeRefunds stripe, SettleRefund settleRefund, TimeProvider clock, ILogger<SendRefund> log)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private static readonly Actor By = Actor.Worker("send refunds");

    public async Task Once(int refundId, CancellationToken ct)
    {
        var refund = await db.Refunds.AsNoTracking().Include(r => r.Payment).SingleAsync(r => r.Id == refundId, ct);
        try
        {
            await settleRefund.Take(await Ask(refund, ct), By, notice: null, ct);
        }
        catch (StripeUnavailableException exception)
        {
            await Change(refundId, (row, nowUtc) => row.Postpone(WaitAfter(row.Attempts), isAnswerStored: exception.IsStored, nowUtc), ct);
            StripeSilent(refundId, exception.Message);
        }
        catch (StripeRefusedException exception)
        {
            await Refuse(refund, exception, ct);
        }
    }

    private async Task<RefundFacts> Ask(Refund refund, CancellationToken ct)
    {
        if (refund.HasKeyAt(clock.GetUtcNow().UtcDateTime)) return await stripe.Create(refund, ct);

        // The key is spent: Stripe may have done the work all the same.
        var known = await Known(refund, ct);
        if (known is not null) return known;

        await Change(refund.Id, (row, nowUtc) => row.TakeNewKey(refund.IdempotencyKey, nowUtc), ct);
        var renewed = await db.Refunds.AsNoTracking().Include(r => r.Payment).SingleAsync(r => r.Id == refund.Id, ct);
        return await stripe.Create(renewed, ct);
    }

    // "Already refunded" is refused too: by ourselves, if an answer was lost, or in Stripe's dashboard.
    private async Task Refuse(Refund refund, StripeRefusedException refusal, CancellationToken ct)
    {
        var known = await Known(refund, ct);
        if (known is not null)
        {
            await settleRefund.Take(known, By, notice: null, ct);
            return;
        }

        await settleRefund.Refuse(refund.Id, refusal.Message, By, ct);
        Refused(refund.Id, refusal.Message);
    }

    private async Task<RefundFacts?> Known(Refund refund, CancellationToken ct)
    {
        var all = await stripe.Of(refund.Payment.PaymentIntentId, ct);
        return all.FirstOrDefault(facts => facts.Reference == refund.Id);
    }

    private Task<bool> Change(int refundId, Action<Refund, DateTime> change, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                change(await db.Refunds.SingleAsync(r => r.Id == refundId, ct), clock.GetUtcNow().UtcDateTime);
                await db.SaveChangesAsync(ct);
                await transaction.CommitAsync(ct);
                return true;
            },
            ct);

    private static TimeSpan WaitAfter(int attempts)
    {
        var wait = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(attempts, 12)));
        return wait < LongestWait ? wait : LongestWait;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refund {RefundId} waits: {Reason}")]
    private partial void StripeSilent(int refundId, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Stripe refuses refund {RefundId}, and a person has to decide: {Reason}")]
    private partial void Refused(int refundId, string reason);
}
