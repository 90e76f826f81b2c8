using Sweet.Domain.Orders;

namespace Sweet.Domain.Refunds;

/// <summary>A refund that did not go back is tried again, once at the most.</summary>
public static class RefundRetries
{
    public static RetryRefusal? RetryRefusalFor(this Order order, Refund failed) =>
        failed.IsStanding ? RetryRefusal.NotFailed
        : order.Refunds.Any(r => r.RetryOf == failed) ? RetryRefusal.TriedAgain
        : new StillOwed(order).InsteadOf(failed).IsZero ? RetryRefusal.NothingLeft
        : null;

    /// <summary>Tries a refund again that failed or was cancelled: a new row, of what is still owed instead.</summary>
    /// <param name="sum">What a person says, or null for all of it.</param>
    /// <exception cref="InvalidOperationException">
    /// <see cref="RetryRefusalFor"/> gives a reason, or the sum is more than is owed; ask first.
    /// </exception>
    public static Refund RetryRefund(this Order order, Refund failed, Actor by, DateTime nowUtc, Money? sum = null)
    {
        if (order.RetryRefusalFor(failed) is { } refusal) throw new InvalidOperationException($"Not tried again: {refusal}.");

        var most = new StillOwed(order).InsteadOf(failed);
        if (sum?.Minor > most.Minor) throw new InvalidOperationException("More than is owed instead.");

        var reason = failed.Reason == RefundReason.MadeAtStripe ? RefundReason.Staff : failed.Reason;
        var again = order.RequestRefund(failed.Payment, sum ?? most, reason, by, nowUtc);
        again.RetryOf = failed;
        return again;
    }
}
