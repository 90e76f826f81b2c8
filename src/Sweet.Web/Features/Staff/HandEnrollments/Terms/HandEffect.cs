using Sweet.Web.Features.Staff.EnrollmentRefunds;

namespace Sweet.Web.Features.Staff.HandEnrollments.Terms;

/// <summary>What will happen if the button is pressed, and what it says; nothing where it cannot be.</summary>
/// <param name="Back">The page to leave to.</param>
public sealed record HandEffect(IReadOnlyList<Happening> Happenings, string Button, string Back)
{
    public static HandEffect None(HandCohort cohort) => new([], "", $"/admin/cohorts/{cohort.Id}");
}
