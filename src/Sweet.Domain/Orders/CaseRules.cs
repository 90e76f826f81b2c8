using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;

namespace Sweet.Domain.Orders;

/// <summary>What a person's decision on an open case brings about. The cohort is locked, and all is read afresh.</summary>
/// <param name="otherLive">Another live enrollment of the same address in the cohort, or null.</param>
public sealed class CaseRules(OpenCase openCase, Order order, Enrollment? otherLive, DateTime nowUtc)
{
    private readonly Enrollment enrollment = order.Enrollment;

    private Cohort Cohort => enrollment.Cohort;

    private Payment? Payment => order.Payments.FirstOrDefault(p => p.PaymentIntentId == openCase.Subject);

    private Refund? FailedRefund => order.Refunds.FirstOrDefault(r => r.StripeRefundId == openCase.Subject || $"refund {r.Id}" == openCase.Subject);

    /// <summary>Why it cannot be resolved so, or null.</summary>
    public CaseRefusal? RefusalFor(CaseResolution resolution) =>
        openCase.RefusalFor(resolution) is { } refusal ? refusal
        : resolution switch
        {
            CaseResolution.Seat => SeatRefusal(),
            CaseResolution.Refund => RefundRefusal(),
            _ => null,
        };

    /// <returns>The refund that was asked for, or null.</returns>
    /// <exception cref="InvalidOperationException"><see cref="RefusalFor"/> gives a reason; ask first.</exception>
    public Refund? Resolve(CaseResolution resolution, string reason, Actor by)
    {
        if (RefusalFor(resolution) is { } refusal) throw new InvalidOperationException($"Not resolved: {refusal}.");

        openCase.Resolve(resolution, reason, by, nowUtc);
        if (resolution == CaseResolution.Seat) Cohort.Confirm(enrollment, by, nowUtc);
        return resolution == CaseResolution.Refund ? SendBack(by) : null;
    }

    private CaseRefusal? SeatRefusal() => enrollment.Status switch
    {
        EnrollmentStatus.Expired when otherLive is not null => CaseRefusal.HasAnotherPlace,
        EnrollmentStatus.Expired when !Cohort.HasSeatForLateMoneyAt(nowUtc) => CaseRefusal.NoSeat,
        EnrollmentStatus.Cancelled => CaseRefusal.PlaceEnded,
        _ => null,
    };

    private CaseRefusal? RefundRefusal() => openCase.Kind switch
    {
        OpenCaseKind.RefundedAtStripe or OpenCaseKind.DisputeLost => enrollment.IsLive ? null : CaseRefusal.PlaceEnded,
        OpenCaseKind.RefundFailed => FailedRefund is not { } failed || order.RetryRefusalFor(failed) is not null ? CaseRefusal.NothingLeft : null,
        _ => Payment is not { } payment || order.RefundableOf(payment).IsZero ? CaseRefusal.NothingLeft : null,
    };

    private Refund? SendBack(Actor by)
    {
        switch (openCase.Kind)
        {
            case OpenCaseKind.RefundedAtStripe or OpenCaseKind.DisputeLost:
                End(openCase.Kind == OpenCaseKind.DisputeLost ? CancellationReason.Disputed : CancellationReason.Staff, by);
                return null;
            case OpenCaseKind.RefundFailed:
                return order.RetryRefund(FailedRefund!, by, nowUtc);
            default:
                var refund = order.RequestRefund(Payment!, order.RefundableOf(Payment!), RefundReason.Staff, by, nowUtc);
                if (enrollment.Status != EnrollmentStatus.Confirmed) End(CancellationReason.Staff, by);
                return refund;
        }
    }

    private void End(CancellationReason why, Actor by)
    {
        if (enrollment.Status == EnrollmentStatus.Confirmed) Cohort.Cancel(enrollment, why, by, nowUtc);
        else if (Cohort.Release(enrollment, ExpiryReason.Staff, by, nowUtc)) order.Abandon(nowUtc);
    }
}

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

    /// <summary>All of the payment has gone back, or the failed refund was tried again already.</summary>
    NothingLeft,
}
