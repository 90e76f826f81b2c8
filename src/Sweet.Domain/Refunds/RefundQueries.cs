using Sweet.Domain.Settlements;

namespace Sweet.Domain.Refunds;

public static class RefundQueries
{
    public static IQueryable<Refund> WaitingForBalance(this IQueryable<Refund> refunds) =>
        refunds.Where(r =>
            (r.Status == RefundStatus.Requested || r.Status == RefundStatus.Pending) && r.PendingReason == StripeWords.ShortBalance);

    /// <summary>Requests that Stripe has not answered yet, the oldest first. What its bank contests waits for the bank.</summary>
    public static IQueryable<Refund> ToSendAt(this IQueryable<Refund> refunds, DateTime nowUtc) =>
        refunds.Unblocked().Where(r => r.NextAttemptAtUtc <= nowUtc).OrderBy(r => r.RequestedAtUtc);

    /// <summary>They come once an hour in the end; the time alone says nothing where a bank has kept a refund waiting.</summary>
    public const int TriesOfADay = 24;

    /// <summary>Requests that were tried for a day and that Stripe has not taken, the oldest first.</summary>
    public static IQueryable<Refund> StuckAt(this IQueryable<Refund> refunds, DateTime nowUtc)
    {
        var earliest = nowUtc.AddDays(-1);
        return refunds.Unblocked().Where(r => r.Attempts >= TriesOfADay && r.RequestedAtUtc <= earliest).OrderBy(r => r.RequestedAtUtc);
    }

    /// <summary>Of money that was paid outside, and that nobody has returned yet.</summary>
    public static IQueryable<Refund> ToReturn(this IQueryable<Refund> refunds) =>
        refunds.Where(r => r.Status == RefundStatus.Requested && r.Origin == RefundOrigin.Outside);

    private static IQueryable<Refund> Unblocked(this IQueryable<Refund> refunds) =>
        refunds.Where(r => r.Status == RefundStatus.Requested && r.Origin != RefundOrigin.Outside)
            .Where(r => !r.Order.Disputes.Any(d => d.PaymentId == r.PaymentId && d.BlocksRefunds));
}
