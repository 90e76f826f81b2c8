using Sweet.Domain.Courses;
using Sweet.Domain.Transfers;

namespace Sweet.Domain.Enrollments;

/// <summary>Why an enrollment cannot be paid. Ask after the cohort is locked.</summary>
public static class EnrollmentRefusals
{
    public static PaymentRefusal? PaymentRefusalFor(this Enrollment enrollment, int maxHoldMoves, DateTime nowUtc) =>
        enrollment.Status != EnrollmentStatus.Held || enrollment.Cohort.Status == CohortStatus.Cancelled ? PaymentRefusal.NotHeld
        : enrollment.Order.Total.IsZero ? PaymentRefusal.NothingToPay
        : !enrollment.CanComplete() ? PaymentRefusal.EarlierSeatEnded
        : !Enrollment.IsTimeForAttempt(enrollment.HeldUntilUtc, nowUtc) && enrollment.HoldMoves >= maxHoldMoves ? PaymentRefusal.NoTimeLeft
        : null;
}
