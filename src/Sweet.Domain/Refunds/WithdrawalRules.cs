using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Transfers;

namespace Sweet.Domain.Refunds;

/// <summary>Whether a seat can be given back, which classes it has used, and what then comes back.</summary>
public static class WithdrawalRules
{
    /// <summary>Why the seat cannot be given back now, or null. Ask after the cohort is locked.</summary>
    public static WithdrawalRefusal? WithdrawalRefusalFor(this Enrollment enrollment, DateTime nowUtc) =>
        enrollment.Status == EnrollmentStatus.Cancelled ? WithdrawalRefusal.Ended
        : enrollment.Status != EnrollmentStatus.Confirmed ? WithdrawalRefusal.NotConfirmed
        : enrollment.Cohort.PhaseAt(nowUtc) switch
        {
            CohortPhase.Cancelled => WithdrawalRefusal.CohortCancelled,
            CohortPhase.Past => WithdrawalRefusal.CohortOver,
            _ => null,
        };

    /// <summary>Classes that have begun of those bought. With its cohort's meetings, and its order.</summary>
    public static int ClassesCountedAt(this Enrollment enrollment, DateTime nowUtc) => Math.Clamp(
        enrollment.Cohort.ClassesBegunAt(nowUtc) - enrollment.Order.ClassesOver, 0, enrollment.Order.ClassesBought);

    /// <param name="classesCounted">Of <see cref="ClassesCountedAt"/>; staff may correct the number to those attended.</param>
    /// <remarks>Each takes one share of the classes bought: one added later costs nothing, one dropped is never counted.</remarks>
    public static WithdrawalQuote QuoteWithdrawal(this Order order, int classesCounted)
    {
        var counted = Math.Min(classesCounted, order.ClassesBought);
        var price = order.Paid.Minor < order.TotalMinor ? order.Paid : order.Total;
        var rule = order.RefundPolicy.QuoteFor(price + order.Credit(), counted, order.ClassesBought);
        return new WithdrawalQuote(rule, counted, order.ClassesBought, order.Paid - price, order.GoneBack + order.CreditGone())
        {
            ClassesOver = order.ClassesOver,
            Undecided = [.. order.Payments.Where(p => p.Currency != order.Currency && !order.RefundableOf(p).IsZero)],
            WaitsForBank = order.Payments.Any(order.IsContested),
            IsOutside = order.Payments.Count > 0 && order.Payments.All(p => p.IsOutside),
        };
    }

    /// <summary>
    /// Nobody pays for a class that was over before the seat was theirs. Asked when it is bought, and again when it is paid and confirmed:
    /// a hold may be paid late.
    /// </summary>
    internal static void LeaveOutClassesOver(this Order order, Cohort cohort, DateTime nowUtc)
    {
        var ended = cohort.Meetings.Count(m => m.EndsAtUtc <= nowUtc);
        var over = Math.Min(ended - order.ClassesOver, order.ClassesBought - 1);
        if (over <= 0) return;

        order.ClassesOver += over;
        order.ClassesBought -= over;
    }
}
