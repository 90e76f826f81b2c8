using Sweet.Domain.Enrollments;

namespace Sweet.Domain.Orders;

/// <summary>
/// What of an order's payments still has to go back: never more than is left of them, and nothing of what a withdrawal has
/// counted already. Its sum says what comes back of all that was there by then; the rest is what the institute keeps.
/// </summary>
internal sealed class StillOwed(Order order)
{
    private DateTime? WithdrawnAtUtc => order.Enrollment is { CancelledWhy: CancellationReason.Withdrew, EndedAtUtc: var at } ? at : null;

    /// <summary>Instead of a refund that did not go back, less what went back at Stripe since without this row.</summary>
    public Money InsteadOf(Refund failed)
    {
        // What failed after the withdrawal was taken off there as gone, and is owed again.
        var isCounted = failed.Reason != RefundReason.Withdrew && failed.Currency == order.Currency && failed.SettledAtUtc <= WithdrawnAtUtc;
        if (isCounted) return Money.Zero(failed.Currency);

        return new Money(Math.Max(0, Math.Min(failed.AmountMinor - SentInsteadOf(failed), order.RefundableOf(failed.Payment).Minor)), failed.Currency);
    }

    // What was made at Stripe while the refund still stood is no replacement of it; and each replaces one that failed, the oldest first.
    private long SentInsteadOf(Refund failed)
    {
        var replacing = order.Refunds.SkipWhile(r => r != failed)
            .Where(r => r.Payment == failed.Payment && r is { IsHeardOf: true, IsStanding: true } && r.RequestedAtUtc >= failed.SettledAtUtc)
            .Sum(r => r.AmountMinor);
        var older = order.Refunds.TakeWhile(r => r != failed)
            .Where(r => r.Payment == failed.Payment && r is { IsStanding: false, IsGivenUp: false } && !order.Refunds.Any(again => again.RetryOf == r))
            .Sum(r => r.AmountMinor);
        return Math.Max(0, replacing - older);
    }

    // By when we heard of it, not by when it was made: what was known when the refund was asked for is counted in it
    // already. One of ours is heard of too, if a restore had lost its row.
    public long HeardOfSince(Refund refund) =>
        order.Refunds.SkipWhile(r => r != refund)
            .Where(r => r.Payment == refund.Payment && r is { IsHeardOf: true, IsStanding: true })
            .Sum(r => r.AmountMinor);

    /// <summary>Of a payment that fits no rule.</summary>
    public Money Of(Payment payment) =>
        WasThereAtWithdrawal(payment) && payment.Currency == order.Currency ? Money.Zero(payment.Currency) : order.RefundableOf(payment);

    /// <summary>Whether no rule says how much: it paid for a place that was given back, in a currency that the price is not in.</summary>
    public bool IsUndecidedOf(Payment payment) => WasThereAtWithdrawal(payment) && payment.Currency != order.Currency;

    private bool WasThereAtWithdrawal(Payment payment) => payment.SettledAtUtc <= WithdrawnAtUtc;
}
