using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;

namespace Sweet.Domain.Refunds;

/// <summary>
/// What of an order's payments still has to go back: never more than is left of them, and nothing of what a withdrawal has
/// counted already. Its sum says what comes back of all that was there by then; the rest is what the institute keeps.
/// </summary>
public sealed class StillOwed(Order order)
{
    private DateTime? WithdrawnAtUtc => order.Enrollment is { CancelledWhy: CancellationReason.Withdrew, EndedAtUtc: var at } ? at : null;

    /// <summary>Instead of a refund that did not go back, at the most: a person says less where it went back at Stripe since.</summary>
    public Money InsteadOf(Refund failed) =>
        IsCounted(failed)
            ? Money.Zero(failed.Currency)
            : failed.Amount with { Minor = Math.Min(failed.AmountMinor, order.RefundableOf(failed.Payment).Minor) };

    // What failed after the withdrawal was taken off there as gone, and is owed again.
    private bool IsCounted(Refund failed) =>
        failed.Reason != RefundReason.Withdrew && failed.Currency == order.Currency && failed.SettledAtUtc <= WithdrawnAtUtc;

    /// <summary>What of the same payment went back at Stripe since a refund was asked for, without a row that asked for it.</summary>
    /// <remarks>
    /// By when we heard of it, not by when it was made: what was known when the refund was asked for is counted in it
    /// already. One of ours is heard of too, if a restore had lost its row.
    /// </remarks>
    public Money HeardOfSince(Refund refund) => refund.Amount with
    {
        Minor = order.Refunds.SkipWhile(r => r != refund)
            .Where(r => r.IsOf(refund.Payment) && r is { IsHeardOf: true, IsStanding: true })
            .Sum(r => r.AmountMinor),
    };

    /// <summary>Of a payment that fits no rule.</summary>
    public Money Of(Payment payment) =>
        WasThereAtWithdrawal(payment) && payment.Currency == order.Currency ? Money.Zero(payment.Currency) : order.RefundableOf(payment);

    /// <summary>Whether no rule says how much: it paid for a seat that was given back, in a currency other than the price’s.</summary>
    public bool IsUndecidedOf(Payment payment) => WasThereAtWithdrawal(payment) && payment.Currency != order.Currency;

    private bool WasThereAtWithdrawal(Payment payment) => payment.SettledAtUtc <= WithdrawnAtUtc;
}
