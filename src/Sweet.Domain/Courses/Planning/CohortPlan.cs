namespace Sweet.Domain.Courses.Planning;

/// <summary>All of a cohort that staff write down, as one thing: what a form says, and what is saved.</summary>
public sealed record CohortPlan
{
    public const int MostSeats = 10_000;
    public const int MostClasses = 60;

    public required string TimeZone { get; init; }

    public required int Capacity { get; init; }

    public int? Minimum { get; init; }

    /// <summary>The day on which staff decide whether it runs.</summary>
    public DateOnly? DecideOn { get; init; }

    public required Money Price { get; init; }

    public Money? EarlyPrice { get; init; }

    public DateTime? EarlyUntilUtc { get; init; }

    public DateTime? OpensAtUtc { get; init; }

    public DateTime? ClosesAtUtc { get; init; }

    public string? WhatsAppUrl { get; init; }

    /// <summary>In the order in which they begin.</summary>
    public IReadOnlyList<PlannedClass> Classes { get; init; } = [];

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}

/// <param name="IsFirstOfTwo">Of an hour that the clock shows twice, when it is put back: the first of them.</param>
public sealed record PlannedClass(DateTime StartsAtLocal, int Minutes, string? JoinUrl, bool IsFirstOfTwo = false)
{
    public const int MostMinutes = 12 * 60;

    public DateTime StartsAtUtc(TimeZoneInfo zone) => ClassMeeting.UtcOf(StartsAtLocal, zone, IsFirstOfTwo);

    public DateTime EndsAtUtc(TimeZoneInfo zone) => StartsAtUtc(zone).AddMinutes(Minutes);

    /// <summary>Until what the clock shows at its end: as many minutes as pass, also where the clock is changed meanwhile.</summary>
    /// <exception cref="ArgumentException">No clock shows that time on that day.</exception>
    public PlannedClass Until(DateTime endsAtLocal, TimeZoneInfo zone, bool isFirstOfTwo) => this with
    {
        Minutes = (int)(ClassMeeting.UtcOf(endsAtLocal, zone, isFirstOfTwo) - StartsAtUtc(zone)).TotalMinutes,
    };
}

/// <summary>One change in words, as the history keeps it and students are told of it.</summary>
/// <param name="From">Null where there was nothing.</param>
public sealed record FieldChange(string Field, string? From, string To);
