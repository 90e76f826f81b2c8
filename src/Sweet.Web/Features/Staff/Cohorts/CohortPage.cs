using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Web.Features.Staff.Cohorts.Now;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.Cohorts;

public sealed record CohortPage
{
    public required int Id { get; init; }

    public required string Title { get; init; }

    public required string Course { get; init; }

    public required string Reference { get; init; }

    public required CohortPhase Phase { get; init; }

    public required CohortStatus Status { get; init; }

    public required string Zone { get; init; }

    public required SeatNumbers Seats { get; init; }

    public required Money Price { get; init; }

    public Money? EarlyPrice { get; init; }

    public DateTime? EarlyUntilUtc { get; init; }

    public DateTime? OpensAtUtc { get; init; }

    public DateTime? ClosesAtUtc { get; init; }

    public required Money Paid { get; init; }

    public required Money GoneBack { get; init; }

    public required int FeePercent { get; init; }

    public string? WhatsAppUrl { get; init; }

    public IReadOnlyList<MeetingRow> Meetings { get; init; } = [];

    public IReadOnlyList<ChangeRow> Lately { get; init; } = [];

    public IReadOnlyList<CohortNeed> Needs { get; init; } = [];

    /// <summary>Nobody can be emailed yet: what is to be done is to fill it in.</summary>
    public bool IsDraft => Status == CohortStatus.Draft;

    public required int DaysToFirst { get; init; }

    public int? Minimum { get; init; }

    public DateOnly? DecideOn { get; init; }

    public string? Problem { get; init; }

    /// <summary>What keeps it from being opened, in words.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    public bool CanOpen { get; init; }

    public bool CanClose => Status == CohortStatus.Open;

    public bool CanComplete { get; init; }

    /// <summary>Staff can enroll people themselves.</summary>
    public bool TakesByHand { get; init; }

    public bool CanCancel { get; init; }

    public bool IsCanceled => Status == CohortStatus.Cancelled;

    /// <summary>What the button says.</summary>
    public string Opening => Status == CohortStatus.Closed ? "Open registration again" : "Open registration";

    public string State => PhaseWords.Of(Phase, Status);

    public string Square => PhaseWords.SquareOf(Phase);

    public ClassTimes? Times => Meetings.Count == 0 ? null : new ClassTimes(Zone, [.. Meetings.Select(m => m.Time)]);

    /// <summary>"Interpersonal Psychotherapy, six Tuesdays, 6:00–8:00 pm EST. The first class is in 50 days."</summary>
    public string Summary => Times is { } times
        ? $"{Course}, {char.ToLowerInvariant(times.Pattern[0])}{times.Pattern[1..]}, {times.Clock} {times.Abbreviation}. {FirstClass}"
        : $"{Course}. It has no class meeting yet.";

    public string ZoneName => Times is { } times ? $"{times.First.City} ({times.Abbreviation})" : Zone;

    public required bool AreClassesOver { get; init; }

    private string FirstClass => DaysToFirst switch
    {
        _ when IsCanceled => "It was canceled.",
        _ when Status == CohortStatus.Completed => "It is completed.",
        _ when AreClassesOver => "Its classes are over.",
        > 1 => $"The first class is in {DaysToFirst} days.",
        1 => "The first class is tomorrow.",
        0 => "The first class is today.",
        _ => "It has begun.",
    };
}

public sealed record MeetingRow(int Number, ClassTime Time, string? JoinUrl);
