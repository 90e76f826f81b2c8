using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Sweet.Web.Features.Courses;
using Sweet.Web.Features.Shared;

namespace Sweet.Web.Features.CohortFeeds;

/// <summary>The class meetings of open and coming cohorts. Times stand in UTC, so every calendar shows the right moment.</summary>
public static class CohortCalendar
{
    public static string Of(IReadOnlyList<FeedCohort> cohorts, string baseUrl)
    {
        var calendar = new Calendar { ProductId = $"-//{Institute.Name}//Cohorts//EN" };
        calendar.AddProperty("X-WR-CALNAME", $"{Institute.Name}: class meetings");
        foreach (var cohort in cohorts)
            foreach (var (index, meeting) in cohort.Row.Meetings.Index())
                calendar.Events.Add(Event(cohort, meeting, index + 1, baseUrl));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent Event(FeedCohort cohort, MeetingRow meeting, int number, string baseUrl) => new()
    {
        Uid = $"{cohort.Row.Reference}-{number}@{new Uri(baseUrl).Host}",
        // Not "now": a feed that nothing happened to must stay the same to the byte.
        DtStamp = new CalDateTime(cohort.Row.ChangedAtUtc),
        LastModified = new CalDateTime(cohort.Row.ChangedAtUtc),
        Start = new CalDateTime(meeting.StartsAtUtc),
        End = new CalDateTime(meeting.EndsAtUtc),
        Summary = $"{cohort.Course.Title}, class {number} of {cohort.Row.Meetings.Count}",
        Description = cohort.Text,
        Url = new Uri(baseUrl + cohort.Course.Path),
        Transparency = TransparencyType.Transparent,
    };
}
