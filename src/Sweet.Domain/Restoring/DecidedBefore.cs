using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;

namespace Sweet.Domain.Restoring;

/// <summary>
/// What refunds of ours at Stripe say of a payment that we have yet to settle: it was settled before, and an older copy of
/// the database was restored since. Nothing of it is decided, or sent back, a second time.
/// </summary>
public sealed class DecidedBefore(Order order, SessionFacts session)
{
    private readonly PaymentFacts facts = session.Payment!;

    private IEnumerable<RefundFacts> Ours => facts.Refunds.Where(r => r.Reference is not null);

    private RefundFacts? EndOfSeat => Ours.FirstOrDefault(r => EndBehind(r.Reason) is not null);

    /// <summary>What was decided, or null if no refund tells it.</summary>
    public PaymentDecision? Decision =>
        Ours.Select(r => DecisionBehind(r.Reason)).FirstOrDefault(decision => decision is not null)
        ?? (EndOfSeat is null ? null : order.ConfirmingPayment is null ? PaymentDecision.Confirms : PaymentDecision.RefundPaidTwice);

    /// <summary>Something was decided that no refund tells: whoever sent the money back now might send what was never owed.</summary>
    private bool IsUnclear => Decision is null && (Ours.Any() || order.Refunds.Any(IsOfLaterWithdrawal));

    /// <summary>Settles the payment as it was; its refunds are taken in by their own news.</summary>
    /// <returns>False if no refund tells how, and nothing was done.</returns>
    public bool Settle(Payment payment, Cohort cohort, Actor by, DateTime nowUtc)
    {
        if (Decision is not { } decided) return false;

        payment.Succeed(decided, by, nowUtc);
        if (EndOfSeat is { } end)
            cohort.EndAsBefore(order.Enrollment, EndBehind(end.Reason)!.Value, end.CreatedAtUtc ?? nowUtc, by, nowUtc);
        return true;
    }

    /// <returns>
    /// The decision, or that a person decides: where money would go back that may have gone back another way, or somebody
    /// would be put out who may have had a seat.
    /// </returns>
    public DecisionOrCase OrAsk(DecisionOrCase decision) =>
        decision.Case is not null ? decision
        : IsUnclear && decision.Decision != PaymentDecision.Confirms ? DecisionOrCase.Of(OpenCaseKind.DecidedBefore)
        : session.IsFromBeforeRestore && PutsOut(decision.Decision) ? DecisionOrCase.Of(OpenCaseKind.NoSeatAfterRestore)
        : decision;

    /// <summary>A refund of ours that we did not know says that the seat had ended: it ends again. May be repeated.</summary>
    public static void EndAgain(Enrollment enrollment, Refund refund, Actor by, DateTime nowUtc)
    {
        if (enrollment.Status == EnrollmentStatus.Confirmed && EndBehind(refund.Reason) is { } why)
            enrollment.Cohort.EndAsBefore(enrollment, why, refund.RequestedAtUtc, by, nowUtc);
    }

    private static bool PutsOut(PaymentDecision decision) =>
        decision is PaymentDecision.RefundNoSeat or PaymentDecision.RefundEnrolledElsewhere;

    // Null for a reason that says nothing of the seat.
    private static CancellationReason? EndBehind(RefundReason? reason) => reason switch
    {
        RefundReason.Withdrew => CancellationReason.Withdrew,
        RefundReason.CohortCancelled => CancellationReason.CohortCancelled,
        _ => null,
    };

    // A withdrawal takes its sum out of several payments: what it left of this one is ours.
    private bool IsOfLaterWithdrawal(Refund refund) =>
        refund is { IsHeardOf: true, Origin: RefundOrigin.Us, Reason: RefundReason.Withdrew }
        && refund.RequestedAtUtc > facts.CapturedAtUtc;

    private static PaymentDecision? DecisionBehind(RefundReason? reason) => reason switch
    {
        RefundReason.NoSeat => PaymentDecision.RefundNoSeat,
        RefundReason.PaidTwice => PaymentDecision.RefundPaidTwice,
        RefundReason.EnrolledElsewhere => PaymentDecision.RefundEnrolledElsewhere,
        RefundReason.EnrollmentCancelled => PaymentDecision.RefundCancelled,
        _ => null,
    };
}
