using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Public.Courses;

public sealed record CohortRow(
    string CoursePath, string Reference, string Zone, CohortPhase Phase, int Capacity, int SeatsLeft, IReadOnlyList<ClassTime> Meetings)
{
    private const int FewSeats = 5;

    public required Money PriceNow { get; init; }

    public required Money FullPrice { get; init; }

    /// <summary>Set while the early price holds.</summary>
    public DateTime? EarlyUntilUtc { get; init; }

    public required DateTime RegistrationOpensAtUtc { get; init; }

    public required DateTime RegistrationClosesAtUtc { get; init; }

    /// <summary>When what a feed says of it last changed.</summary>
    public required DateTime ChangedAtUtc { get; init; }

    public DateTime FirstStartsAtUtc => Meetings[0].StartsAtUtc;

    public DateTime FirstEndsAtUtc => Meetings[0].EndsAtUtc;

    public DateTime LastStartsAtUtc => Meetings[^1].StartsAtUtc;

    public ClassTimes Times => new(Zone, Meetings);

    public ZonedTime First => Times.First;

    public ZonedTime Last => Times.Last;

    public bool CanRegister => Phase == CohortPhase.Open;

    public bool IsFull => Phase == CohortPhase.Full;

    public bool IsUpcoming => Phase == CohortPhase.Upcoming;

    public bool IsOver => Phase is CohortPhase.Running or CohortPhase.Past or CohortPhase.Cancelled;

    public bool HasFewSeats => CanRegister && SeatsLeft <= FewSeats;

    public string Path => $"/cohorts/{Reference}/enrollments/new";

    public string WaitlistPath => $"/cohorts/{Reference}/waitlist-entries/new";

    public string InterestPath => $"{CoursePath}/interests/new";

    /// <summary>"Six Tuesdays", or "Six classes" if they fall on several weekdays.</summary>
    public string Pattern => Times.Pattern;

    public string Seats => SeatsLeft == 1 ? "1 seat left" : $"{SeatsLeft} seats left";

    public string State => Phase switch
    {
        CohortPhase.Open when HasFewSeats => Seats,
        CohortPhase.Open => $"Open: {SeatsLeft} of {Capacity} seats left",
        CohortPhase.Full => Capacity == 1 ? "Full: the only seat is taken" : $"Full: all {Capacity} seats are taken",
        CohortPhase.Upcoming => "Upcoming: registration is not open yet",
        CohortPhase.Closed => "Registration is closed",
        CohortPhase.Running => "Running now: registration is closed",
        CohortPhase.Cancelled => "Canceled",
        _ => "Past",
    };

    public static CohortRow Of(string coursePath, Cohort cohort, DateTime nowUtc) =>
        new(coursePath, cohort.Reference, cohort.TimeZone, cohort.PhaseAt(nowUtc), cohort.Capacity, cohort.SeatsOpen,
            [.. cohort.Meetings.OrderBy(m => m.StartsAtUtc).Select(m => new ClassTime(m.StartsAtUtc, m.EndsAtUtc))])
        {
            PriceNow = cohort.PriceAt(nowUtc),
            FullPrice = new Money(cohort.PriceMinor, cohort.Currency),
            EarlyUntilUtc = cohort.IsEarlyAt(nowUtc) ? cohort.EarlyPriceUntilUtc : null,
            RegistrationOpensAtUtc = cohort.RegistrationOpensAtUtc,
            RegistrationClosesAtUtc = cohort.RegistrationClosesAtUtc,
            ChangedAtUtc = LastChange(cohort, nowUtc),
        };

    private static DateTime LastChange(Cohort cohort, DateTime nowUtc) =>
        cohort.History.Select(h => (DateTime?)h.AtUtc)
            .Append(cohort.RegistrationOpensAtUtc)
            .Append(cohort.EarlyPriceUntilUtc)
            .Where(at => at <= nowUtc)
            .Max() ?? nowUtc;
}
