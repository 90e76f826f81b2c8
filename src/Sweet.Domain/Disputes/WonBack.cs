using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;

namespace Sweet.Domain.Disputes;

/// <summary>
/// Money that an appeal has brought back from a bank: what is known of it. How much of it goes to the student is said by a
/// person; nothing is asked for by itself.
/// </summary>
public sealed class WonBack(Dispute dispute)
{
    private readonly Order order = dispute.Order;
    private readonly Payment payment = dispute.Payment;

    /// <summary>What refunds of the payment send or have sent back.</summary>
    public Money Standing => SumOf(r => r.IsStanding);

    /// <summary>What was asked for and given up, because the money went back another way then.</summary>
    public Money GivenUp => SumOf(r => r.IsGivenUp);

    /// <summary>What can still go back of the payment.</summary>
    public Money Refundable => order.RefundableOf(payment);

    /// <summary>
    /// What the rules give of it now, never more than is left; null where no rule says. What a failed refund still owes is in
    /// it too, until that refund is tried again.
    /// </summary>
    public Money? ByRule =>
        payment.Decision is not (PaymentDecision.Confirms or PaymentDecision.OpenCase) ? Refundable
        : order.Enrollment.CancelledWhy switch
        {
            CancellationReason.CohortCancelled => Refundable,
            CancellationReason.Withdrew when payment.Currency == order.Currency =>
                Refundable with { Minor = Math.Min(Refundable.Minor, ByWithdrawal.Minor) },
            _ => null,
        };

    /// <summary>Whether anything may be owed: a refund was given up, or the seat ended while the bank had the money.</summary>
    public bool WantsPerson => !Refundable.IsZero && (!GivenUp.IsZero || EndedMeanwhile);

    /// <summary>Of a refund in the stead of those that were given up: one of them may be found at Stripe all the same.</summary>
    internal RefundReason Reason =>
        order.Refunds.LastOrDefault(r => r.IsOf(payment) && r.IsGivenUp)?.Reason
        ?? (order.Enrollment.CancelledWhy == CancellationReason.Withdrew ? RefundReason.Withdrew : RefundReason.Staff);

    private bool EndedMeanwhile => order.Enrollment is { IsLive: false, EndedAtUtc: var endedAtUtc } && endedAtUtc > dispute.OpenedAtUtc;

    private Money ByWithdrawal => order.QuoteWithdrawal(order.Enrollment.ClassesCountedAt(order.Enrollment.EndedAtUtc!.Value)).Back;

    private Money SumOf(Func<Refund, bool> which) =>
        payment.Amount with { Minor = order.Refunds.Where(r => r.IsOf(payment) && which(r)).Sum(r => r.AmountMinor) };
}
