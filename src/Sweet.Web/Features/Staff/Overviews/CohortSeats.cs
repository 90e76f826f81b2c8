using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Web.Features.Staff.Cohorts;
using Sweet.Web.Features.Staff.Shared;

namespace Sweet.Web.Features.Staff.Overviews;

/// <summary>A cohort that runs or is to come, with what fills it.</summary>
/// <param name="Previous">The one of the same course before it, which its registrations are compared with; null: it is the first.</param>
public sealed record CohortSeats(Cohort Cohort, string CourseCode, SeatNumbers Seats, Money Paid, PreviousCohort? Previous)
{
    public int Id => Cohort.Id;

    public string Title => CohortTitle.Of(CourseCode, Cohort.FirstClassAtUtc, Cohort.TimeZone);

    public required CohortPhase Phase { get; init; }

    public string State => PhaseWords.Of(Phase);

    public string Square => PhaseWords.SquareOf(Phase);
}

public sealed record PreviousCohort(int Id, DateTime FirstClassAtUtc);
