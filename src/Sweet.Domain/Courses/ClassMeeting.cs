namespace Sweet.Domain.Courses;

/// <summary>One live meeting of a cohort: a wall-clock time in the cohort's zone, which survives a change of daylight saving.</summary>
public sealed class ClassMeeting
{
    public const int JoinUrlMaxLength = 500;

    private ClassMeeting()
    {
    }

    /// <exception cref="ArgumentException">The local time does not exist on that day (a daylight-saving gap).</exception>
    internal ClassMeeting(int number, DateTime startsAtLocal, int minutes, TimeZoneInfo zone)
    {
        Number = number;
        Move(startsAtLocal, minutes, zone);
    }

    public int Id { get; private set; }

    public int CohortId { get; private set; }

    public int Number { get; private set; }

    public DateTime StartsAtLocal { get; private set; }

    public int Minutes { get; private set; }

    public DateTime StartsAtUtc { get; private set; }

    public DateTime EndsAtUtc { get; private set; }

    public DateTime EndsAtLocal => StartsAtLocal.AddMinutes(Minutes);

    public string? JoinUrl { get; internal set; }

    public bool HasBegunAt(DateTime nowUtc) => StartsAtUtc <= nowUtc;

    /// <exception cref="ArgumentException">The local time does not exist on that day (a daylight-saving gap).</exception>
    internal void Move(DateTime startsAtLocal, int minutes, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(startsAtLocal))
            throw new ArgumentException($"{startsAtLocal:s} does not exist in {zone.Id}.", nameof(startsAtLocal));

        StartsAtLocal = DateTime.SpecifyKind(startsAtLocal, DateTimeKind.Unspecified);
        Minutes = minutes;
        StartsAtUtc = TimeZoneInfo.ConvertTimeToUtc(StartsAtLocal, zone);
        EndsAtUtc = StartsAtUtc.AddMinutes(minutes);
    }
}
