using Sweet.Domain.Refunds;
using Sweet.Web.Payments;
using Sweet.Web.Settling;

namespace Sweet.Web.Refunding;

/// <summary>Finds out why Stripe refuses a refund before anything is decided.</summary>
public sealed partial class RefusedRefund(
    RefundAttempts attempts, SettleRefund settleRefund, SettleDispute settleDispute, ILogger<RefusedRefund> log)
{
    public async Task Settle(Refund refund, StripeRefusedException refusal, CancellationToken ct)
    {
        // It may be done already, if an answer was lost; or the money went back in the dashboard.
        var all = await settleRefund.SettleAll(refund.Payment.IdAtStripe, SendRefund.By, ct);
        if (await attempts.FindMade(refund, all, ct) is not null) return;

        // Or a bank contests the payment, and its event is still on the way.
        await settleDispute.SettleAll(refund.Payment.IdAtStripe, SendRefund.By, ct);
        await settleRefund.Refuse(refund.Id, refusal.Message, SendRefund.By, ct);
        Refused(refund.Id, refusal.Message);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stripe refuses refund {RefundId}: {Reason}")]
    private partial void Refused(int refundId, string reason);
}
