using System.Globalization;
using System.Text;
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

    /// <param name="enrollment">With cohort, course, meetings. Not confirmed: without meetings; cancelled: all of them cancelled.</param>
    /// <param name="baseUrl">Of the site as the world sees it.</param>
    public static string WriteFeed(Enrollment enrollment, string baseUrl) => Write(enrollment, "PUBLISH", baseUrl, showsName: true);

    /// <summary>For mail and download: that of a cancelled enrollment takes the meetings out of the calendar.</summary>
    /// <remarks>What a stranger may have typed is not mailed to an address that is not proven theirs.</remarks>
    public static string WriteFile(Enrollment enrollment, string baseUrl) =>
        Write(
            enrollment, enrollment.Status == EnrollmentStatus.Cancelled ? "CANCEL" : "PUBLISH", baseUrl,
            showsName: enrollment.AddressProvenAtUtc is not null);

    private static string Write(Enrollment enrollment, string method, string baseUrl, bool showsName)
    {
        var cohort = enrollment.Cohort;
        var calendar = new CalendarWriter();
        calendar.Begin("VCALENDAR");
        calendar.Line("VERSION", "2.0");
        calendar.Line("PRODID", "-//SWEET Institute//Sweet//EN");
        calendar.Line("METHOD", method);
        calendar.Text("NAME", cohort.Course.Title);
        calendar.Text("X-WR-CALNAME", cohort.Course.Title);
        calendar.Line("REFRESH-INTERVAL;VALUE=DURATION", "PT6H");
        calendar.Line("X-PUBLISHED-TTL", "PT6H");
        // Written even without a meeting: a calendar needs one component to be valid.
        calendar.WriteZone(cohort);
        if (enrollment.ConfirmedAtUtc is { } confirmedAtUtc)
        {
            var stamp = enrollment.EndedAtUtc ?? confirmedAtUtc;
            foreach (var meeting in cohort.Meetings.OrderBy(m => m.Number)) calendar.Write(meeting, enrollment, stamp, baseUrl, showsName);
        }

        calendar.End("VCALENDAR");
        return calendar.ToString();
    }

    private static void Write(
        this CalendarWriter calendar, ClassMeeting meeting, Enrollment enrollment, DateTime stampUtc, string baseUrl, bool showsName)
    {
        var cohort = enrollment.Cohort;
        var isConfirmed = enrollment.Status == EnrollmentStatus.Confirmed;
        calendar.Begin("VEVENT");
        calendar.Line("UID", $"{cohort.Reference}-{meeting.Number}@{new Uri(baseUrl).Host}");
        calendar.Line("DTSTAMP", stampUtc.ToString(Utc, CultureInfo.InvariantCulture));
        // A cancellation outranks whatever was told before it.
        calendar.Line("SEQUENCE", (cohort.CalendarSequence + (isConfirmed ? 0 : 1)).ToString(CultureInfo.InvariantCulture));
        calendar.Line("STATUS", isConfirmed ? "CONFIRMED" : "CANCELLED");
        calendar.Line($"DTSTART;TZID={cohort.TimeZone}", meeting.StartsAtLocal.ToString(Local, CultureInfo.InvariantCulture));
        calendar.Line($"DTEND;TZID={cohort.TimeZone}", meeting.EndsAtLocal.ToString(Local, CultureInfo.InvariantCulture));
        calendar.Text("SUMMARY", $"{cohort.Course.Title}, class {meeting.Number} of {cohort.Meetings.Count}");
        calendar.Text("DESCRIPTION", DescriptionOf(meeting, enrollment, baseUrl, isConfirmed, showsName));
        calendar.Text("LOCATION", isConfirmed && meeting.JoinUrl is { } place ? place : "Online");
        if (isConfirmed && meeting.JoinUrl is { } url) calendar.Line("URL", url);
        calendar.End("VEVENT");
    }

    private static string DescriptionOf(ClassMeeting meeting, Enrollment enrollment, string baseUrl, bool isConfirmed, bool showsName)
    {
        var text = new StringBuilder();
        if (isConfirmed && meeting.JoinUrl is { } url) text.Append(CultureInfo.InvariantCulture, $"Join: {url}\n");
        if (isConfirmed && showsName) text.Append(CultureInfo.InvariantCulture, $"{enrollment.FullName}\n");
        text.Append(CultureInfo.InvariantCulture,
            $"Enrollment {enrollment.Number}\n{baseUrl}/my-enrollments mails you the link to your enrollment page.");
        return text.ToString();
    }
}
