using System.Globalization;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Calendars;

namespace Sweet.Web.Features.Public.CohortFeeds;

/// <summary>The class meetings of open and coming cohorts. Times stand in UTC, so every calendar shows the right moment.</summary>
public static class CohortCalendar
{
    private const string Utc = "yyyyMMdd'T'HHmmss'Z'";

    public static string Write(IReadOnlyList<FeedCohort> cohorts, string baseUrl, string organizer)
    {
        var calendar = new CalendarWriter();
        calendar.Begin("VCALENDAR");
        calendar.Line("VERSION", "2.0");
        calendar.Line("PRODID", $"-//{Institute.Name}//Cohorts//EN");
        calendar.Text("X-WR-CALNAME", $"{Institute.Name}: class meetings");
        if (cohorts.Count == 0) calendar.WriteUtc();
        foreach (var cohort in cohorts)
            foreach (var (index, meeting) in cohort.Row.Meetings.Index())
                calendar.Write(cohort, meeting, index + 1, baseUrl, organizer);
        calendar.End("VCALENDAR");
        return calendar.ToString();
    }

    private static void Write(
        this CalendarWriter calendar, FeedCohort cohort, ClassTime meeting, int number, string baseUrl, string organizer)
    {
        // Not "now": a feed that nothing happened to must stay the same to the byte.
        var changed = Time(cohort.Row.ChangedAtUtc);
        calendar.Begin("VEVENT");
        // Not the name that a student's own calendar gives it: the two may lie in one program, and only that one knows the link to join.
        calendar.Line("UID", $"{cohort.Row.Reference}-{number}-public@{new Uri(baseUrl).Host}");
        calendar.Line("DTSTAMP", changed);
        calendar.Line("LAST-MODIFIED", changed);
        calendar.Line($"ORGANIZER;CN={Institute.Name}", $"mailto:{organizer}");
        calendar.Line("DTSTART", Time(meeting.StartsAtUtc));
        calendar.Line("DTEND", Time(meeting.EndsAtUtc));
        calendar.Text("SUMMARY", $"{cohort.Course.Title}, class {number} of {cohort.Row.Meetings.Count}");
        calendar.Text("DESCRIPTION", cohort.Text);
        calendar.Line("URL", baseUrl + cohort.Course.Path);
        calendar.Line("TRANSP", "TRANSPARENT");
        calendar.End("VEVENT");
    }

    private static string Time(DateTime utc) => utc.ToString(Utc, CultureInfo.InvariantCulture);
}
