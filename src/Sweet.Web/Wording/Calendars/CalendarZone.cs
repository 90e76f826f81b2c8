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

    public static void WriteZone(this CalendarWriter calendar, Cohort cohort)
    {
        var zone = DateTimeZoneProviders.Tzdb[cohort.TimeZone];
        calendar.Begin("VTIMEZONE");
        calendar.Line("TZID", cohort.TimeZone);
        var from = cohort.FirstClassAtUtc.ToInstant();
        foreach (var interval in zone.GetZoneIntervals(from, Instant.Max(from + Duration.Epsilon, cohort.LastClassEndsAtUtc.ToInstant())))
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
