using Sweet.Domain.Courses;

namespace Sweet.Domain.Enrollments;

/// <summary>Why an enrollment can neither be paid nor be given back. Ask after the cohort is locked.</summary>
public static class EnrollmentRefusals
{
    public static PaymentRefusal? PaymentRefusalFor(this Enrollment enrollment, int maxHoldMoves, DateTime nowUtc) =>
        enrollment.Status != EnrollmentStatus.Held || enrollment.Cohort.Status == CohortStatus.Cancelled ? PaymentRefusal.NotHeld
        : enrollment.Order.Total.IsZero ? PaymentRefusal.NothingToPay
        : !Enrollment.IsTimeForAttempt(enrollment.HeldUntilUtc, nowUtc) && enrollment.HoldMoves >= maxHoldMoves ? PaymentRefusal.NoTimeLeft
        : null;

    /// <summary>Why the seat cannot be given back now, or null.</summary>
    public static WithdrawalRefusal? WithdrawalRefusalFor(this Enrollment enrollment, DateTime nowUtc) =>
        enrollment.Status == EnrollmentStatus.Cancelled ? WithdrawalRefusal.Ended
        : enrollment.Status != EnrollmentStatus.Confirmed ? WithdrawalRefusal.NotConfirmed
        : enrollment.Cohort.PhaseAt(nowUtc) switch
        {
            CohortPhase.Cancelled => WithdrawalRefusal.CohortCancelled,
            CohortPhase.Past => WithdrawalRefusal.CohortOver,
            _ => null,
        };
}
