using Sweet.Web.Features.Staff.HandEnrollments.Terms;

namespace Sweet.Web.Features.Staff.HandEnrollments;

/// <summary>The form for one person, and what will happen.</summary>
public sealed record HandPage(HandCohort Cohort, HandForm Form)
{
    public HandEffect Effect { get; init; } = HandEffect.None(Cohort);

    /// <summary>The seat that the address has in the cohort, or null.</summary>
    public int? TakenBy { get; init; }
}
