using Sweet.Domain.Courses;

namespace Sweet.Web.Features.Staff.Shared;

/// <summary>The one equation of seats: capacity = confirmed + processing + held + offered + free.</summary>
public sealed record SeatNumbers(int Confirmed, int Processing, int Held, int Offered, int Capacity)
{
    /// <summary>Seats are drawn apart as long as they can be counted.</summary>
    private const int MostCounted = 100;

    public bool IsLarge { get; init; }

    public int Taken => Confirmed + Processing + Held + Offered;

    public int Free => Math.Max(0, Capacity - Taken);

    public int HeldFrom => Confirmed + Processing;

    public int OfferedFrom => HeldFrom + Held;

    public string Equation => $"{Confirmed} + {Processing} + {Held} + {Offered} + {Free} = {Capacity}";

    public string InWords =>
        $"{Confirmed} confirmed, {Processing} processing, {Held} held, " + (Offered > 0 ? $"{Offered} offered, " : "") + $"{Free} free";

    /// <summary>What an act leaves, as a sentence.</summary>
    public static string FreeAfterwards(int free, int capacity) => free switch
    {
        <= 0 => "After that, no seat is free.",
        1 => $"After that, 1 of {capacity} seats is free.",
        _ => $"After that, {free} of {capacity} seats are free.",
    };

    /// <summary>Lines between the seats.</summary>
    public string Gaps =>
        Capacity > MostCounted ? "" : string.Concat(Enumerable.Range(1, Math.Max(0, Capacity - 1)).Select(seat => $"M{seat} 0v1"));

    /// <param name="cohort">What is taken beyond the enrollments is offered.</param>
    public static SeatNumbers Of(Cohort cohort, int confirmed, int processing, int held) =>
        new(confirmed, processing, held, Math.Max(0, cohort.SeatsTaken - confirmed - processing - held), cohort.Capacity);
}
