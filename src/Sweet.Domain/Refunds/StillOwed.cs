using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;

namespace Sweet.Domain.Refunds;

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
        if (IsCounted(failed)) return Money.Zero(failed.Currency);

        return new Money(Math.Max(0, Math.Min(failed.AmountMinor - SentInsteadOf(failed), order.RefundableOf(failed.Payment).Minor)), failed.Currency);
    }

    // What failed after the withdrawal was taken off there as gone, and is owed again.
    private bool IsCounted(Refund failed) =>
        failed.Reason != RefundReason.Withdrew && failed.Currency == order.Currency && failed.SettledAtUtc <= WithdrawnAtUtc;

    // Each replaces one that failed, the oldest first.
    private long SentInsteadOf(Refund failed)
    {
        var replacing = order.Refunds.SkipWhile(r => r != failed).Where(r => Replaces(r, failed)).ToList();
        if (replacing.Count == 0) return 0;

        var lastUtc = replacing.Max(r => r.RequestedAtUtc);
        var older = order.Refunds.TakeWhile(r => r != failed)
            .Where(r => r.Payment == failed.Payment && r is { IsStanding: false, IsGivenUp: false } && r.SettledAtUtc <= lastUtc && !IsCounted(r))
            .Where(r => !order.Refunds.Any(again => again.RetryOf == r));
        return Math.Max(0, replacing.Sum(r => r.AmountMinor) - older.Sum(r => r.AmountMinor));
    }

    // What was made while the refund still stood is no replacement of it; but we may have heard of its failure late, and
    // then the same sum tells.
    private static bool Replaces(Refund refund, Refund failed) =>
        refund.Payment == failed.Payment && refund is { IsHeardOf: true, IsStanding: true }
        && (refund.RequestedAtUtc >= failed.SettledAtUtc || (failed.Origin == RefundOrigin.Us && refund.AmountMinor == failed.AmountMinor));

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
