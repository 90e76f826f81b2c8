using Sweet.Domain.Courses;

namespace Sweet.Web.Features.Staff.Cohorts;

/// <summary>What staff read of a cohort's state, and the square that stands before it.</summary>
internal static class PhaseWords
{
    public static string Of(CohortPhase phase, CohortStatus status) => phase switch
    {
        CohortPhase.Upcoming => "Registration opens later",
        CohortPhase.Closed => "Registration closed",
        CohortPhase.Cancelled => "Canceled",
        CohortPhase.Past when status == CohortStatus.Completed => "Completed",
        _ => phase.ToString(),
    };

    public static string SquareOf(CohortPhase phase) => phase switch
    {
        CohortPhase.Draft or CohortPhase.Upcoming => "draft",
        CohortPhase.Open or CohortPhase.Full or CohortPhase.Running => "confirmed",
        CohortPhase.Closed => "processing",
        _ => "ended",
    };
}
