using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Extensions;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;

namespace Sweet.Web.Wording.Calendars;

/// <summary>The class meetings of one enrollment as an iCalendar file. Never holds the link token: calendars are shared.</summary>
/// <remarks>The same enrollment gives the same bytes, so that a reader who asks again is answered "not changed".</remarks>
public static class EnrollmentCalendar
{
    public const string FileName = "class-meetings.ics";
    public const string ContentType = "text/calendar";

    private const string Local = "yyyyMMdd'T'HHmmss";
    private const string Utc = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>How long before each class a calendar reminds of it.</summary>
    private static readonly string[] Alarms = ["-P1D", "-PT15M"];

    /// <param name="enrollment">With cohort, course, meetings. Not confirmed: without meetings; cancelled: all of them cancelled.</param>
    /// <param name="baseUrl">Of the site as the world sees it.</param>
    /// <param name="organizer">The address that whoever asks about the meetings writes to.</param>
    public static string WriteFeed(Enrollment enrollment, string baseUrl, string organizer) =>
        Write(enrollment, "PUBLISH", baseUrl, organizer, showsName: true);

    /// <summary>For email and download: that of a cancelled enrollment asks the calendar to take the meetings out.</summary>
    /// <remarks>What a stranger may have typed is not emailed to an address that is not proven theirs.</remarks>
    public static string WriteFile(Enrollment enrollment, string baseUrl, string organizer) =>
        Write(
            enrollment, enrollment.Status == EnrollmentStatus.Cancelled ? "CANCEL" : "PUBLISH", baseUrl, organizer,
            showsName: enrollment.AddressProvenAtUtc is not null);

    private static string Write(Enrollment enrollment, string method, string baseUrl, string organizer, bool showsName)
    {
        var cohort = enrollment.Cohort;
        // One that was remade, and had ended before, was never seen confirmed: its meetings may lie in a calendar all the same.
        var hasMeetings = enrollment.ConfirmedAtUtc is not null || enrollment.Status == EnrollmentStatus.Cancelled;
        var calendar = new CalendarWriter();
        calendar.Begin("VCALENDAR");
        calendar.Line("VERSION", "2.0");
        calendar.Line("PRODID", "-//SWEET Institute//Sweet//EN");
        // A method says what to do with meetings (RFC 5546): without one of them there is none.
        if (hasMeetings) calendar.Line("METHOD", method);
        calendar.Text("NAME", cohort.Course.Title);
        calendar.Text("X-WR-CALNAME", cohort.Course.Title);
        calendar.Line("REFRESH-INTERVAL;VALUE=DURATION", "PT6H");
        calendar.Line("X-PUBLISHED-TTL", "PT6H");
        // Written even without a meeting: a calendar needs one component to be valid.
        calendar.WriteZone(cohort);
        foreach (var meeting in cohort.Meetings.Where(_ => hasMeetings).OrderBy(m => m.Number))
            calendar.Write(meeting, enrollment, baseUrl, organizer, showsName);
        calendar.End("VCALENDAR");
        return calendar.ToString();
    }

    private static void Write(
        this CalendarWriter calendar, ClassMeeting meeting, Enrollment enrollment, string baseUrl, string organizer, bool showsName)
    {
        var cohort = enrollment.Cohort;
        var isConfirmed = enrollment.Status == EnrollmentStatus.Confirmed;
        calendar.Begin("VEVENT");
        // Of the enrollment, not of the cohort: whoever enrolls again begins anew, and in a shared calendar two students stay two.
        // Its number outlives a restored database, its id does not.
        calendar.Line("UID", $"{enrollment.Number}-{meeting.Number}@{new Uri(baseUrl).Host}");
        calendar.Line("DTSTAMP", StampOf(enrollment).ToString(Utc, CultureInfo.InvariantCulture));
        // A cancellation outranks whatever was told before it.
        calendar.Line("SEQUENCE", (cohort.CalendarSequence + (isConfirmed ? 0 : 1)).ToString(CultureInfo.InvariantCulture));
        calendar.Line("STATUS", isConfirmed ? "CONFIRMED" : "CANCELLED");
        calendar.Line($"ORGANIZER;CN={Institute.Name}", $"mailto:{organizer}");
        calendar.Time("DTSTART", meeting.StartsAtUtc, cohort.TimeZone);
        calendar.Time("DTEND", meeting.EndsAtUtc, cohort.TimeZone);
        var summary = $"{cohort.Course.Title}, class {meeting.Number} of {cohort.Meetings.Count}";
        calendar.Text("SUMMARY", summary);
        calendar.Text("DESCRIPTION", DescriptionOf(meeting, enrollment, baseUrl, isConfirmed, showsName));
        calendar.Text("LOCATION", isConfirmed && meeting.JoinUrl is { } place ? place : "Online");
        if (isConfirmed && meeting.JoinUrl is { } url) calendar.Line("URL", url);
        foreach (var before in Alarms.Where(_ => isConfirmed)) calendar.Alarm(before, summary);
        calendar.End("VEVENT");
    }

    // An hour that the clock shows twice, when it is put back, has no name of its own in the zone.
    private static void Time(this CalendarWriter calendar, string name, DateTime utc, string timeZone)
    {
        var zone = DateTimeZoneProviders.Tzdb[timeZone];
        var local = utc.ToInstant().InZone(zone).LocalDateTime;
        if (zone.MapLocal(local).Count == 1)
            calendar.Line($"{name};TZID={timeZone}", local.ToString(Local, CultureInfo.InvariantCulture));
        else
            calendar.Line(name, utc.ToString(Utc, CultureInfo.InvariantCulture));
    }

    private static void Alarm(this CalendarWriter calendar, string before, string words)
    {
        calendar.Begin("VALARM");
        calendar.Line("ACTION", "DISPLAY");
        calendar.Line("TRIGGER", before);
        calendar.Text("DESCRIPTION", words);
        calendar.End("VALARM");
    }

    /// <summary>When what the file says last changed.</summary>
    private static DateTime StampOf(Enrollment enrollment)
    {
        var ownUtc = enrollment.EndedAtUtc ?? enrollment.ConfirmedAtUtc ?? enrollment.CreatedAtUtc;
        return ownUtc > enrollment.Cohort.UpdatedAtUtc ? ownUtc : enrollment.Cohort.UpdatedAtUtc;
    }

    private static string DescriptionOf(ClassMeeting meeting, Enrollment enrollment, string baseUrl, bool isConfirmed, bool showsName)
    {
        var text = new StringBuilder();
        if (isConfirmed && meeting.JoinUrl is { } url) text.Append(CultureInfo.InvariantCulture, $"Join: {url}\n");
        if (isConfirmed && showsName) text.Append(CultureInfo.InvariantCulture, $"{enrollment.FullName}\n");
        text.Append(CultureInfo.InvariantCulture,
            $"Enrollment {enrollment.Number}\n{baseUrl}/my-enrollments emails you the link to your enrollment page.");
        return text.ToString();
    }
}
