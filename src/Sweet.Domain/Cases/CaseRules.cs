using Sweet.Domain.Courses;
using Sweet.Domain.Disputes;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Transfers;

namespace Sweet.Domain.Cases;

/// <summary>What a person's decision on an open case brings about. The cohort is locked, and all is read afresh.</summary>
/// <param name="otherLive">Another live enrollment of the same address in the cohort, or null.</param>
public sealed class CaseRules(OpenCase openCase, Order order, Enrollment? otherLive, DateTime nowUtc)
{
    private readonly Enrollment enrollment = order.Enrollment;
    private readonly StillOwed owed = new(order);

    private Cohort Cohort => enrollment.Cohort;

    private Payment? Payment => order.Payments.FirstOrDefault(p => p.PaymentIntentId == openCase.ObjectId);

    // Of its own payments, or of those of the seat that it came from: their loss is decided on here.
    private Dispute? Dispute => order.Disputes.Concat(enrollment.TransferredFrom?.Order.Disputes ?? [])
        .FirstOrDefault(d => d.StripeDisputeId == openCase.ObjectId);

    private Refund? Refund => order.Refunds.FirstOrDefault(r => RefundCases.IsOf(openCase, r));

    // Of what is about a dispute or a refund at Stripe.
    private Payment? PaymentBehind => Dispute?.Payment ?? Refund?.Payment;

    // Of a payment that fits no rule what is owed of it; of one that a bank took a part of, what the bank has left.
    private Money ToDecideOn =>
        Payment is { } payment ? owed.Of(payment)
        : PaymentBehind is { } behind ? behind.Order.RefundableOf(behind)
        : Money.Zero(order.Currency);

    /// <summary>What all choices would do as things are now, without words: another text means that something has moved.</summary>
    public string Seen => string.Join(' ', CaseRemedies.For(openCase.Kind).Select(OutlookOf));

    /// <summary>What a choice would do as things are now; no sum is said.</summary>
    public CaseOutlook OutlookOf(CaseResolution resolution)
    {
        var refusal = RefusalFor(new CaseDecision(resolution, ""));
        var needsSum = refusal == CaseRefusal.SumMissing;
        var back = resolution == CaseResolution.Refund && refusal is null ? MostBack : Money.Zero(order.Currency);
        return new CaseOutlook(resolution, needsSum ? null : refusal, SeatAfter(resolution), back, needsSum)
        {
            Most = resolution == CaseResolution.Seat && CaseRemedies.TakesSum(openCase.Kind) ? ToDecideOn
                : resolution == CaseResolution.Refund && CaseRemedies.TakesSum(openCase.Kind) ? MostBack
                : Money.Zero(order.Currency),
        };
    }

    // As much as can go back where the money is what is decided on.
    private Money MostBack => openCase.Kind switch
    {
        OpenCaseKind.RefundedAtStripe or OpenCaseKind.DisputeLost => ToDecideOn,
        OpenCaseKind.RefundFailed => Refund is { } failed ? owed.InsteadOf(failed) : Money.Zero(order.Currency),
        OpenCaseKind.DisputeWonBack => Dispute is { } dispute ? order.RefundableOf(dispute.Payment) : Money.Zero(order.Currency),
        _ => Payment is { } payment ? owed.Of(payment) : Money.Zero(order.Currency),
    };

    private CaseSeat SeatAfter(CaseResolution resolution) => resolution switch
    {
        CaseResolution.Seat when enrollment.Status == EnrollmentStatus.Confirmed => CaseSeat.Stays,
        CaseResolution.Seat when enrollment.Status == EnrollmentStatus.Expired => CaseSeat.Taken,
        CaseResolution.Seat => CaseSeat.Confirmed,
        CaseResolution.Refund when EndsSeat && enrollment.Status == EnrollmentStatus.Confirmed => CaseSeat.Ends,
        CaseResolution.Refund when EndsSeat => CaseSeat.Released,
        _ => CaseSeat.AsItIs,
    };

    // Of a refund that failed, or money that was won back, the seat was decided on before.
    private bool EndsSeat => enrollment.IsLive && openCase.Kind switch
    {
        OpenCaseKind.RefundedAtStripe or OpenCaseKind.DisputeLost => !IsPaidByAnother(PaymentBehind),
        OpenCaseKind.RefundFailed or OpenCaseKind.DisputeWonBack => false,
        _ => enrollment.Status != EnrollmentStatus.Confirmed,
    };

    /// <summary>Why it cannot be resolved so, or null.</summary>
    public CaseRefusal? RefusalFor(CaseDecision decision) =>
        openCase.RefusalFor(decision) is { } refusal ? refusal
        : decision.Seen is { } seen && seen != Seen ? CaseRefusal.Changed
        : decision.Resolution switch
        {
            CaseResolution.Seat => SeatRefusal() ?? PartRefusal(decision.Amount),
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
        return decision.Resolution switch
        {
            CaseResolution.Refund => SendBack(decision.Amount, by),
            CaseResolution.Seat when decision.Amount is { } amount =>
                RequestRest((Payment ?? PaymentBehind)!, SumOf(amount, ToDecideOn)!.Value, by),
            _ => null,
        };
    }

    private CaseRefusal? SeatRefusal() => enrollment.Status switch
    {
        not EnrollmentStatus.Confirmed when !enrollment.CanComplete() => CaseRefusal.SeatEnded,
        EnrollmentStatus.Expired when otherLive is not null => CaseRefusal.HasAnotherSeat,
        EnrollmentStatus.Expired when !Cohort.HasSeatForLateMoneyAt(nowUtc) => CaseRefusal.NoSeat,
        EnrollmentStatus.Cancelled => CaseRefusal.SeatEnded,
        _ => null,
    };

    // A part of what is there, beside the seat or with its end.
    private CaseRefusal? PartRefusal(decimal? amount) =>
        amount is null ? null
        : ToDecideOn.IsZero ? CaseRefusal.NothingLeft
        : SumRefusal(amount, ToDecideOn, hasDefault: true);

    private CaseRefusal? RefundRefusal(decimal? amount) => openCase.Kind switch
    {
        OpenCaseKind.RefundedAtStripe or OpenCaseKind.DisputeLost =>
            enrollment.IsLive ? PartRefusal(amount) : CaseRefusal.SeatEnded,
        OpenCaseKind.RefundFailed => Refund is { } failed && order.RetryRefusalFor(failed) is null
            ? SumRefusal(amount, MostBack, hasDefault: owed.HeardOfSince(failed).IsZero)
            : CaseRefusal.NothingLeft,
        OpenCaseKind.DisputeWonBack => MostBack.IsZero ? CaseRefusal.NothingLeft : SumRefusal(amount, MostBack, hasDefault: false),
        _ => Payment is { } payment ? RefusalFor(payment, amount) : CaseRefusal.NothingLeft,
    };

    private CaseRefusal? RefusalFor(Payment payment, decimal? amount)
    {
        if (!MostBack.IsZero) return SumRefusal(amount, MostBack, hasDefault: !owed.IsUndecidedOf(payment));

        // The money went back another way; the seat that waits for this decision is freed all the same.
        var freesSeat = amount is null && enrollment.Status == EnrollmentStatus.Processing;
        return freesSeat ? null : CaseRefusal.NothingLeft;
    }

    /// <param name="hasDefault">Whether all of it goes back where nobody says a sum.</param>
    private static CaseRefusal? SumRefusal(decimal? amount, Money most, bool hasDefault) =>
        amount is null && !hasDefault ? CaseRefusal.SumMissing
        : SumOf(amount, most) is null ? CaseRefusal.SumNotOwed
        : null;

    // What a person says, else all that is owed; null where that much is not.
    private static Money? SumOf(decimal? amount, Money most) =>
        amount is null ? most
        : Money.FromUnits(amount.Value, most.Currency) is { Minor: > 0 } sum && sum.Minor <= most.Minor ? sum
        : null;

    private Refund? SendBack(decimal? amount, Actor by)
    {
        var endsSeat = EndsSeat;
        var sum = SumOf(amount, MostBack)!.Value;
        switch (openCase.Kind)
        {
            case OpenCaseKind.RefundedAtStripe or OpenCaseKind.DisputeLost:
                var why = openCase.Kind == OpenCaseKind.DisputeLost ? CancellationReason.Disputed : CancellationReason.Staff;
                if (endsSeat) End(why, by);
                return PaymentBehind is { } behind ? RequestRest(behind, sum, by) : null;
            case OpenCaseKind.RefundFailed:
                return order.RetryRefund(Refund!, by, nowUtc, sum);
            case OpenCaseKind.DisputeWonBack:
                return order.RequestRefund(Dispute!.Payment, sum, new WonBack(Dispute).Reason, by, nowUtc);
            default:
                var refund = RequestRest(Payment!, sum, by);
                if (endsSeat) End(CancellationReason.Staff, by);
                return refund;
        }
    }

    private Refund? RequestRest(Payment payment, Money sum, Actor by) =>
        sum.IsZero ? null : payment.Order.RequestRefund(payment, sum, RefundReason.Staff, by, nowUtc);

    private bool IsPaidByAnother(Payment? payment) =>
        payment?.Order == order
        && order.ConfirmingPayment is { } confirming && confirming != payment && !order.RefundableOf(confirming).IsZero;

    private void End(CancellationReason why, Actor by)
    {
        if (enrollment.Status == EnrollmentStatus.Confirmed) Cohort.Cancel(enrollment, why, by, nowUtc);
        else if (Cohort.Release(enrollment, ExpiryReason.Staff, by, nowUtc)) order.Abandon(nowUtc);
    }
}
