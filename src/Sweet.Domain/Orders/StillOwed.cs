using Sweet.Domain.Enrollments;

namespace Sweet.Domain.Orders;

/// <summary>
/// What of an order's payments still has to go back: never more than is left of them, and nothing of what a withdrawal has
/// counted already. Its sum says what comes back of all that was there by then; the rest is what the institute keeps.
/// </summary>
internal sealed class StillOwed(Order order)
{
    private DateTime? WithdrawnAtUtc => order.Enrollment is { CancelledWhy: CancellationReason.Withdrew, EndedAtUtc: var at } ? at : null;

    /// <summary>Instead of a refund that did not go back, less what staff sent at Stripe since.</summary>
    public Money InsteadOf(Refund failed)
    {
        // What failed after the withdrawal was taken off there as gone, and is owed again.
        var isCounted = failed.Reason != RefundReason.Withdrew && failed.Currency == order.Currency && failed.SettledAtUtc <= WithdrawnAtUtc;
        if (isCounted) return Money.Zero(failed.Currency);

        var heardOfSince = order.Refunds.SkipWhile(r => r != failed)
            .Where(r => r.Payment == failed.Payment && r is { IsHeardOf: true, IsStanding: true })
            .Sum(r => r.AmountMinor);
        return AtLeastNothing(failed.Currency, Math.Min(failed.AmountMinor - heardOfSince, order.RefundableOf(failed.Payment).Minor));
    }

    /// <summary>Of a payment that fits no rule.</summary>
    public Money Of(Payment payment) =>
        WasThereAtWithdrawal(payment) && payment.Currency == order.Currency ? Money.Zero(payment.Currency) : order.RefundableOf(payment);

    /// <summary>Whether no rule says how much: it paid for a place that was given back, in a currency that the price is not in.</summary>
    public bool IsUndecidedOf(Payment payment) => WasThereAtWithdrawal(payment) && payment.Currency != order.Currency;

    private bool WasThereAtWithdrawal(Payment payment) => payment.SettledAtUtc <= WithdrawnAtUtc;

    private static Money AtLeastNothing(string currency, long minor) => new(Math.Max(0, minor), currency);
}
