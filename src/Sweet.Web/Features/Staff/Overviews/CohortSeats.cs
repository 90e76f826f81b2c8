using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Web.Features.Staff.Cohorts;
using Sweet.Web.Features.Staff.Shared;

namespace Sweet.Web.Features.Staff.Overviews;

/// <summary>A cohort that runs or is to come, with what fills it.</summary>
/// <param name="Previous">The one of the same course before it, which its registrations are compared with; null: it is the first.</param>
public sealed record CohortSeats(Cohort Cohort, string CourseCode, SeatNumbers Seats, Money Paid, PreviousCohort? Previous)
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    public int Id => Cohort.Id;

    /// <summary>The day on which staff decide; else that of the first class.</summary>
    public DateTime DecideAtUtc => Cohort.DecideOn is { } day
        ? TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(12, 0)), TimeZoneInfo.FindSystemTimeZoneById(Cohort.TimeZone))
        : Cohort.FirstClassAtUtc;

    /// <summary>It begins within two weeks, or it is to be decided on by then, with fewer confirmed seats than it needs.</summary>
    public bool IsBelowMinimumAt(DateTime nowUtc) =>
        Seats.Confirmed < Cohort.Minimum
        && (Cohort.Status is CohortStatus.Open or CohortStatus.Closed)
        && nowUtc < Cohort.FirstClassAtUtc
        && (Cohort.FirstClassAtUtc < nowUtc + Soon || DecideAtUtc < nowUtc + Soon);

    public string Title => CohortTitle.Of(CourseCode, Cohort.FirstClassAtUtc, Cohort.TimeZone);

    public required CohortPhase Phase { get; init; }

    /// <summary>Late payments that wait with a place in line.</summary>
    public int PaidInLine { get; init; }

    public string? LineInWords => PaidInLine switch
    {
        0 => null,
        1 => "1 late payment waits in line",
        _ => $"{PaidInLine} late payments wait in line",
    };

    public bool LacksJoinLink { get; init; }

    /// <summary>What stands out of it, in a few words each.</summary>
    public IReadOnlyList<string> Notes =>
    [
        .. Cohort.Minimum - Seats.Confirmed is > 0 and var missing && Cohort.Status is CohortStatus.Open or CohortStatus.Closed
            ? [$"{missing} below its minimum of {Cohort.Minimum}"] : Array.Empty<string>(),
        .. Cohort.Waiting > 0 ? [$"{Cohort.Waiting} in line"] : Array.Empty<string>(),
        .. LacksJoinLink ? ["no join link yet"] : Array.Empty<string>(),
    ];

    public string State => PhaseWords.Of(Phase, Cohort.Status);

    public string Square => PhaseWords.SquareOf(Phase);
}

public sealed record PreviousCohort(int Id, DateTime FirstClassAtUtc);
