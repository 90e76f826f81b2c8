using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Transfers;

namespace Sweet.Domain.Courses.Cancelling;

/// <summary>How a seat ends with its cohort, after the cohort is locked.</summary>
public static class CancelledSeats
{
    /// <summary>
    /// Confirmed: all that is left of its payments goes back, and what came along from an earlier seat out of the payments there.
    /// A bank works on it: what is there goes back, the rest once it arrives.
    /// </summary>
    /// <returns>Whether it ended now. False for a held one: its page at Stripe ends first. May be repeated.</returns>
    /// <exception cref="InvalidOperationException">The cohort is not canceled.</exception>
    public static bool EndWithCohort(this Enrollment enrollment, Actor by, DateTime nowUtc)
    {
        var (cohort, order) = (enrollment.Cohort, enrollment.Order);
        if (cohort.Status != CohortStatus.Cancelled) throw new InvalidOperationException("The cohort is not canceled.");
        if (enrollment.Status == EnrollmentStatus.Processing)
        {
            if (cohort.Release(enrollment, ExpiryReason.CohortCancelled, by, nowUtc)) order.Abandon(nowUtc);
            SendAllBack(order, by, nowUtc);
            return true;
        }

        if (enrollment.Status != EnrollmentStatus.Confirmed) return false;

        cohort.Cancel(enrollment, CancellationReason.CohortCancelled, by, nowUtc);
        SendAllBack(order, by, nowUtc);
        order.RequestRefundsOfCredit(order.CreditLeft(), RefundReason.CohortCancelled, by, nowUtc);
        return true;
    }

    private static void SendAllBack(Order order, Actor by, DateTime nowUtc)
    {
        foreach (var payment in order.Payments)
        {
            var rest = order.RefundableOf(payment);
            if (rest.Minor > 0) order.RequestRefund(payment, rest, RefundReason.CohortCancelled, by, nowUtc);
        }
    }
}
