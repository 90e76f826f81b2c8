using Sweet.Domain.Enrollments;

namespace Sweet.Web.Features.Students.Enrollments;

public sealed class EnrollmentOptions
{
    public const string Section = "Enrollment";

    /// <summary>How long a seat is held for its payment; at least <see cref="Enrollment.ShortestAttempt"/>.</summary>
    public int HoldMinutes { get; set; } = 35;

    public TimeSpan HoldTime => TimeSpan.FromMinutes(HoldMinutes);

    /// <summary>How often a new attempt to pay may move the end of a hold.</summary>
    public int MaxHoldMoves { get; set; } = 3;

    /// <summary>Seats that one browser may hold unpaid at a time; the bounds of networks grow from it.</summary>
    public int MaxUnpaidHoldsPerClient { get; set; } = 3;

    /// <summary>Delayed payment methods are offered only while the first class is further away than this.</summary>
    public int DelayedMethodsMinDays { get; set; } = 7;
}
