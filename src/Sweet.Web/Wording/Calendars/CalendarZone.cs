using System.Globalization;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.TimeZones;
using Sweet.Domain.Courses;

namespace Sweet.Web.Wording.Calendars;

/// <summary>The rules of a cohort's zone for the time of its class meetings, each change of daylight saving among them.</summary>
internal static class CalendarZone
{
    private const string Local = "yyyyMMdd'T'HHmmss";

    /// <summary>For zones that never changed: before any class.</summary>
    private const string LongAgo = "19700101T000000";

    public static void WriteZone(this CalendarWriter calendar, Cohort cohort) =>
        calendar.WriteZone(cohort.TimeZone, cohort.FirstClassAtUtc, cohort.LastClassEndsAtUtc);

    /// <summary>For a calendar without a meeting, which needs one component to be valid.</summary>
    public static void WriteUtc(this CalendarWriter calendar) => calendar.WriteZone("Etc/UTC", DateTime.UnixEpoch, DateTime.UnixEpoch);

    private static void WriteZone(this CalendarWriter calendar, string timeZone, DateTime fromUtc, DateTime untilUtc)
    {
        var zone = DateTimeZoneProviders.Tzdb[timeZone];
        calendar.Begin("VTIMEZONE");
        calendar.Line("TZID", timeZone);
        var from = fromUtc.ToInstant();
        foreach (var interval in zone.GetZoneIntervals(from, Instant.Max(from + Duration.Epsilon, untilUtc.ToInstant())))
            calendar.WriteObservance(zone, interval);
        calendar.End("VTIMEZONE");
    }

    private static void WriteObservance(this CalendarWriter calendar, DateTimeZone zone, ZoneInterval interval)
    {
        var kind = interval.Savings == Offset.Zero ? "STANDARD" : "DAYLIGHT";
        var before = interval.HasStart ? zone.GetZoneInterval(interval.Start - Duration.Epsilon).WallOffset : interval.WallOffset;
        calendar.Begin(kind);
        // Told on the clock that was right until then.
        calendar.Line("DTSTART", interval.HasStart
            ? interval.Start.WithOffset(before).LocalDateTime.ToString(Local, CultureInfo.InvariantCulture)
            : LongAgo);
        calendar.Line("TZOFFSETFROM", before.ToString("+HHmm", CultureInfo.InvariantCulture));
        calendar.Line("TZOFFSETTO", interval.WallOffset.ToString("+HHmm", CultureInfo.InvariantCulture));
        calendar.Line("TZNAME", interval.Name);
        calendar.End(kind);
    }
}
