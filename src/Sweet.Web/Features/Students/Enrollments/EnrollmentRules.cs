using Sweet.Domain.Enrollments;
using Sweet.Web.Hosting.Settings;

namespace Sweet.Web.Features.Students.Enrollments;

internal static class EnrollmentRules
{
    // The hold may be moved three times; within a day it stays inside what Stripe allows one session.
    private const int LongestHoldMinutes = (24 * 60) - 60;

    public static void CheckEnrollment(this SettingsReview review)
    {
        var enrollment = review.Read<EnrollmentOptions>(EnrollmentOptions.Section);

        var shortest = (int)Enrollment.ShortestAttempt.TotalMinutes;
        var holdMinutes = $"{EnrollmentOptions.Section}:{nameof(EnrollmentOptions.HoldMinutes)}";
        review.RequireBetween(holdMinutes, enrollment.HoldMinutes, shortest, LongestHoldMinutes, "minutes");
        review.RequireBetween($"{EnrollmentOptions.Section}:{nameof(EnrollmentOptions.MaxHoldMoves)}",
            enrollment.MaxHoldMoves, 0, 20, "times");
        review.RequireBetween($"{EnrollmentOptions.Section}:{nameof(EnrollmentOptions.MaxUnpaidHoldsPerClient)}",
            enrollment.MaxUnpaidHoldsPerClient, 1, 10_000, "holds");
        review.RequireBetween($"{EnrollmentOptions.Section}:{nameof(EnrollmentOptions.DelayedMethodsMinDays)}",
            enrollment.DelayedMethodsMinDays, 0, 365, "days");
    }
}
