using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;

namespace Sweet.Domain.Cases;

/// <summary>What a person's decision on an open case brings about. The cohort is locked, and all is read afresh.</summary>
/// <param name="otherLive">Another live enrollment of the same address in the cohort, or null.</param>
public sealed class CaseRules(OpenCase openCase, Order order, Enrollment? otherLive, DateTime nowUtc)
{
    private readonly Enrollment enrollment = order.Enrollment;
    private readonly StillOwed owed = new(order);

    private Cohort Cohort => enrollment.Cohort;

    private bool IsWonBack => openCase.Kind == OpenCaseKind.DisputeWonBack;

    private Payment? Payment => IsWonBack ? PaymentBehind : order.Payments.FirstOrDefault(p => p.PaymentIntentId == openCase.Subject);

    // Of what is about a dispute or a refund at Stripe.
    private Payment? PaymentBehind =>
        order.Disputes.FirstOrDefault(d => d.StripeDisputeId == openCase.ObjectId)?.Payment
        ?? order.Refunds.FirstOrDefault(r => r.StripeRefundId == openCase.Subject)?.Payment;

    private Refund? FailedRefund => order.Refunds.FirstOrDefault(r => r.StripeRefundId == openCase.Subject || $"refund {r.Id}" == openCase.Subject);

    /// <summary>Why it cannot be resolved so, or null.</summary>
    public CaseRefusal? RefusalFor(CaseDecision decision) =>
        openCase.RefusalFor(decision) is { } refusal ? refusal
        : decision.Resolution switch
        {
            CaseResolution.Seat => SeatRefusal(),
            CaseResolution.Refund => RefundRefusal(decision.Amount),
            _ => null,
        };

    /// <returns>The refund that was asked for, or null.</returns>
    /// <exception cref="InvalidOperationException"><see cref="RefusalFor(CaseDecision)"/> gives a reason; ask first.</exception>
    public Refund? Resolve(CaseDecision decision, Actor by)
    {
        if (RefusalFor(decision) is { } refusal) throw new InvalidOperationException($"Not resolved: {refusal}.");

        openCase.Resolve(decision.Resolution, decision.Reason, by, nowUtc);
        if (decision.Resolution == CaseResolution.Seat) Cohort.Confirm(enrollment, by, nowUtc);
        return decision.Resolution == CaseResolution.Refund ? SendBack(decision.Amount, by) : null;
    }

    private CaseRefusal? SeatRefusal() => enrollment.Status switch
    {
        EnrollmentStatus.Expired when otherLive is not null => CaseRefusal.HasAnotherPlace,
        EnrollmentStatus.Expired when !Cohort.HasSeatForLateMoneyAt(nowUtc) => CaseRefusal.NoSeat,
        EnrollmentStatus.Cancelled => CaseRefusal.PlaceEnded,
        _ => null,
    };

    private CaseRefusal? RefundRefusal(decimal? amount) => openCase.Kind switch
    {
        OpenCaseKind.RefundedAtStripe or OpenCaseKind.DisputeLost => enrollment.IsLive ? null : CaseRefusal.PlaceEnded,
        OpenCaseKind.RefundFailed => FailedRefund is not { } failed || order.RetryRefusalFor(failed) is not null ? CaseRefusal.NothingLeft : null,
        _ => Payment is { } payment ? RefusalFor(payment, amount) : CaseRefusal.NothingLeft,
    };

    private CaseRefusal? RefusalFor(Payment payment, decimal? amount)
    {
        if (MostOf(payment).IsZero)
        {
            // The money went back another way; the seat that waits for this decision is freed all the same.
            var freesSeat = amount is null && enrollment.Status == EnrollmentStatus.Processing;
            return freesSeat ? null : CaseRefusal.NothingLeft;
        }

        if (amount is null && (IsWonBack || owed.IsUndecidedOf(payment))) return CaseRefusal.SumMissing;
        return SumOf(payment, amount) is null ? CaseRefusal.SumNotOwed : null;
    }

    // What a bank has given back late was in no sum of a withdrawal.
    private Money MostOf(Payment payment) => IsWonBack ? order.RefundableOf(payment) : owed.Of(payment);

    // What a person says, else all that is owed; null where that much is not.
    private Money? SumOf(Payment payment, decimal? amount)
    {
        var most = MostOf(payment);
        return amount is null ? most
            : Money.FromUnits(amount.Value, payment.Currency) is { Minor: > 0 } sum && sum.Minor <= most.Minor ? sum
            : null;
    }

    private Refund? SendBack(decimal? amount, Actor by)
    {
        switch (openCase.Kind)
        {
            case OpenCaseKind.RefundedAtStripe or OpenCaseKind.DisputeLost:
                if (!IsPaidByAnother(PaymentBehind)) End(openCase.Kind == OpenCaseKind.DisputeLost ? CancellationReason.Disputed : CancellationReason.Staff, by);
                return PaymentBehind is { } behind ? RequestRest(behind, order.RefundableOf(behind), by) : null;
            case OpenCaseKind.RefundFailed:
                return order.RetryRefund(FailedRefund!, by, nowUtc);
            default:
                var refund = RequestRest(Payment!, SumOf(Payment!, amount)!.Value, by);
                if (enrollment.Status != EnrollmentStatus.Confirmed) End(CancellationReason.Staff, by);
                return refund;
        }
    }

    private Refund? RequestRest(Payment payment, Money sum, Actor by) =>
        sum.IsZero ? null : order.RequestRefund(payment, sum, RefundReason.Staff, by, nowUtc);

    private bool IsPaidByAnother(Payment? payment) => order.ConfirmingPayment is { } confirming && confirming != payment && !order.RefundableOf(confirming).IsZero;

    private void End(CancellationReason why, Actor by)
    {
        if (enrollment.Status == EnrollmentStatus.Confirmed) Cohort.Cancel(enrollment, why, by, nowUtc);
        else if (Cohort.Release(enrollment, ExpiryReason.Staff, by, nowUtc)) order.Abandon(nowUtc);
    }
}

/// <param name="Reason">Why, in the words of whoever decides.</param>
/// <param name="Amount">How much goes back, in whole units of the payment's currency; null: all that is owed.</param>
public sealed record CaseDecision(CaseResolution Resolution, string Reason, decimal? Amount = null);

/// <summary>Why a case cannot be resolved as somebody wishes.</summary>
public enum CaseRefusal
{
    Resolved,

    /// <summary>Of a case of this kind it would mean nothing, or no order claims its money.</summary>
    NotForThisKind,
    NoSeat,
    HasAnotherPlace,

    /// <summary>The enrollment was cancelled.</summary>
    PlaceEnded,

    /// <summary>All of the payment has gone back, a withdrawal has counted it, or the failed refund was tried again already.</summary>
    NothingLeft,

    /// <summary>A sum can be given only for the refund of a payment that fits no rule.</summary>
    TakesNoSum,

    /// <summary>No rule says how much goes back, and nobody has said it.</summary>
    SumMissing,

    /// <summary>The sum is not above zero, finer than the currency, or more than is owed.</summary>
    SumNotOwed,
}
