using Sweet.Domain.Courses.Planning;

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

    /// <exception cref="ArgumentException">The local time does not exist on that day (a daylight-saving gap).</exception>
    internal ClassMeeting(int number, PlannedClass planned, TimeZoneInfo zone)
    {
        Number = number;
        Move(planned, zone);
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
    internal void Move(DateTime startsAtLocal, int minutes, TimeZoneInfo zone, bool isFirstOfTwo = false)
    {
        StartsAtUtc = UtcOf(startsAtLocal, zone, isFirstOfTwo);
        StartsAtLocal = DateTime.SpecifyKind(startsAtLocal, DateTimeKind.Unspecified);
        Minutes = minutes;
        EndsAtUtc = StartsAtUtc.AddMinutes(minutes);
    }

    internal void Move(PlannedClass planned, TimeZoneInfo zone)
    {
        Move(planned.StartsAtLocal, planned.Minutes, zone, planned.IsFirstOfTwo);
        JoinUrl = StudentLink.Require(planned.JoinUrl, JoinUrlMaxLength);
    }

    /// <param name="isFirstOfTwo">Of an hour that the clock shows twice; else the second is taken.</param>
    /// <exception cref="ArgumentException">The local time does not exist on that day (a daylight-saving gap).</exception>
    public static DateTime UtcOf(DateTime local, TimeZoneInfo zone, bool isFirstOfTwo)
    {
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(wall)) throw new ArgumentException($"{wall:s} does not exist in {zone.Id}.", nameof(local));

        return isFirstOfTwo && zone.IsAmbiguousTime(wall)
            ? DateTime.SpecifyKind(wall - zone.GetAmbiguousTimeOffsets(wall).Max(), DateTimeKind.Utc)
            : TimeZoneInfo.ConvertTimeToUtc(wall, zone);
    }
}
