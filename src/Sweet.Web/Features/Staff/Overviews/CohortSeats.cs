using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.Overviews;

/// <summary>A cohort that runs or is to come, and its seats.</summary>
public sealed record CohortSeats
{
    public int Id { get; init; }

    public required string Course { get; init; }

    public DateTime FirstClassAtUtc { get; init; }

    public required string TimeZone { get; init; }

    public CohortStatus Status { get; init; }

    public int Capacity { get; init; }

    public int Confirmed { get; init; }

    public int Processing { get; init; }

    public int Held { get; init; }

    public long PaidMinor { get; init; }

    public required string Currency { get; init; }

    /// <summary>The one of the same course before it, which its registrations are compared with.</summary>
    public int? PreviousId { get; init; }

    public DateTime? PreviousFirstClassAtUtc { get; init; }

    public int Free => Capacity - Confirmed - Processing - Held;

    public Money Paid => new(PaidMinor, Currency);

    public string Name => $"{Course}, {ZonedTime.At(FirstClassAtUtc, TimeZone).ShortDate}";

    /// <summary>The one equation of seats.</summary>
    public string Equation => $"{Confirmed} + {Processing} + {Held} + {Free} = {Capacity}";

    public string InWords => $"{Confirmed} confirmed, {Processing} processing, {Held} held, {Free} free";

    /// <summary>Lines between the seats, so that they can be counted.</summary>
    public string Gaps => string.Concat(Enumerable.Range(1, Math.Max(0, Capacity - 1)).Select(seat => $"M{seat} 0v1"));

    public string State => Status == CohortStatus.Open && Free == 0 ? "Open, full" : Status.ToString();

    public string Square => Status == CohortStatus.Open ? "confirmed" : Status == CohortStatus.Draft ? "draft" : "processing";
}
