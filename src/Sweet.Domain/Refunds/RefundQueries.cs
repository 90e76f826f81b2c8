using Sweet.Domain.Disputes;

namespace Sweet.Domain.Refunds;

public static class RefundQueries
{
    public static IQueryable<Refund> WaitingForBalance(this IQueryable<Refund> refunds) =>
        refunds.Where(r => r.Status == RefundStatus.Pending && r.PendingReason == Refund.ShortBalance);

    /// <summary>Wishes that Stripe has not answered yet, the oldest first. What its bank contests waits for the bank.</summary>
    public static IQueryable<Refund> ToSendAt(this IQueryable<Refund> refunds, DateTime nowUtc) =>
        refunds
            .Where(r => r.Status == RefundStatus.Requested && r.NextAttemptAtUtc <= nowUtc
                && !r.Order.Disputes.Any(d => d.PaymentId == r.PaymentId && d.Status == DisputeStatus.Open && !d.AllowsRefund))
            .OrderBy(r => r.RequestedAtUtc);

    /// <summary>They come once an hour in the end; the time alone says nothing where a bank has kept a refund waiting.</summary>
    public const int TriesOfADay = 24;

    /// <summary>Wishes that were tried for a day and that Stripe has not taken, the oldest first.</summary>
    public static IQueryable<Refund> StuckAt(this IQueryable<Refund> refunds, DateTime nowUtc)
    {
        var earliest = nowUtc.AddDays(-1);
        return refunds
            .Where(r => r.Status == RefundStatus.Requested && r.Attempts >= TriesOfADay && r.RequestedAtUtc <= earliest
                && !r.Order.Disputes.Any(d => d.PaymentId == r.PaymentId && d.Status == DisputeStatus.Open && !d.AllowsRefund))
            .OrderBy(r => r.RequestedAtUtc);
    }
}
