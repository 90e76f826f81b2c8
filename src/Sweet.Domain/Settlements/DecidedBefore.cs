using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;

namespace Sweet.Domain.Settlements;

/// <summary>
/// What refunds of ours at Stripe say of a payment that we have yet to settle: it was settled before, and an older copy of
/// the database was restored since. Nothing of it is decided, or sent back, a second time.
/// </summary>
public sealed class DecidedBefore(Order order, PaymentFacts payment)
{
    private IEnumerable<RefundFacts> Ours => payment.Refunds.Where(r => r.Reference is not null);

    /// <summary>Why the place that it had paid for ended, or null.</summary>
    public CancellationReason? PlaceEnded => Ours.Select(r => EndBehind(r.Reason)).FirstOrDefault(why => why is not null);

    public DateTime? PlaceEndedAtUtc => Ours.FirstOrDefault(r => EndBehind(r.Reason) is not null)?.CreatedAtUtc;

    /// <summary>What was decided, or null if no refund tells it.</summary>
    public PaymentDecision? Decision =>
        Ours.Select(r => DecisionBehind(r.Reason)).FirstOrDefault(decision => decision is not null)
        ?? (PlaceEnded is null ? null : order.ConfirmingPayment is null ? PaymentDecision.Confirms : PaymentDecision.RefundPaidTwice);

    /// <summary>Something was decided that no refund tells: whoever sent the money back now might send what was never owed.</summary>
    public bool IsUnclear => Decision is null && (Ours.Any() || order.Refunds.Any(IsOfLaterWithdrawal));

    /// <returns>Null for a reason that says nothing of the place.</returns>
    internal static CancellationReason? EndBehind(RefundReason? reason) => reason switch
    {
        RefundReason.Withdrew => CancellationReason.Withdrew,
        RefundReason.CohortCancelled => CancellationReason.CohortCancelled,
        _ => null,
    };

    // A withdrawal takes its sum out of several payments: what it left of this one is ours.
    private bool IsOfLaterWithdrawal(Refund refund) =>
        refund is { IsHeardOf: true, Origin: RefundOrigin.Us, Reason: RefundReason.Withdrew }
        && refund.RequestedAtUtc > payment.CapturedAtUtc;

    private static PaymentDecision? DecisionBehind(RefundReason? reason) => reason switch
    {
        RefundReason.NoSeat => PaymentDecision.RefundNoSeat,
        RefundReason.PaidTwice => PaymentDecision.RefundPaidTwice,
        RefundReason.EnrolledElsewhere => PaymentDecision.RefundEnrolledElsewhere,
        RefundReason.EnrollmentCancelled => PaymentDecision.RefundCancelled,
        _ => null,
    };
}
