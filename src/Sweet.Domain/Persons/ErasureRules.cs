using Sweet.Domain.ByHand;
using Sweet.Domain.Courses;
using Sweet.Domain.Disputes;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Waitlists;

namespace Sweet.Domain.Persons;

/// <summary>Why a person is not erased yet: something of theirs is still under way, and somebody may have to write to them.</summary>
public enum ErasureRefusal
{
    ErasedBefore,

    /// <summary>Held, processing, or confirmed in a cohort whose last class is not over.</summary>
    SeatIsLive,

    /// <summary>A bank works on it, or a page at Stripe can still be paid.</summary>
    PaymentIsUnderway,

    /// <summary>Whoever pays for them owes it.</summary>
    InvoiceIsUnpaid,

    /// <summary>On its way, or failed and still owed.</summary>
    RefundIsUnderway,

    /// <summary>In line for a seat.</summary>
    PaymentWaits,

    DisputeIsOpen,
}

public static class ErasureRules
{
    /// <summary>All that keeps an enrollment; what lies beside it (cases, emails, places in line) is asked beside.</summary>
    public static IEnumerable<ErasureRefusal> ErasureRefusalsFor(this Enrollment enrollment, DateTime nowUtc)
    {
        if (enrollment.ErasedAtUtc is not null) yield return ErasureRefusal.ErasedBefore;
        if (HasSeatAt(enrollment, nowUtc)) yield return ErasureRefusal.SeatIsLive;
        if (CanBePaidAt(enrollment.Order, nowUtc)) yield return ErasureRefusal.PaymentIsUnderway;
        if (enrollment.Order.IsUnpaidInvoice()) yield return ErasureRefusal.InvoiceIsUnpaid;
        if (enrollment.Order.Refunds.Any(r => r.IsUnderway)) yield return ErasureRefusal.RefundIsUnderway;
        if (enrollment.Order.WaitingPayment() is not null) yield return ErasureRefusal.PaymentWaits;
        if (enrollment.Order.Disputes.Any(d => d.Status == DisputeStatus.Open)) yield return ErasureRefusal.DisputeIsOpen;
    }

    private static bool HasSeatAt(Enrollment enrollment, DateTime nowUtc) =>
        enrollment.Status is EnrollmentStatus.Held or EnrollmentStatus.Processing
        || (enrollment.Status == EnrollmentStatus.Confirmed && enrollment.Cohort.PhaseAt(nowUtc) != CohortPhase.Past);

    private static bool CanBePaidAt(Order order, DateTime nowUtc) =>
        order.Payments.Any(p => p.Status == PaymentStatus.Processing)
        || order.Checkouts.Any(c => c.Status == CheckoutStatus.Open && c.ExpiresAtUtc > nowUtc);
}
