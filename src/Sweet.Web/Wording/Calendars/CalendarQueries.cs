using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;

namespace Sweet.Web.Wording.Calendars;

internal static class CalendarQueries
{
    /// <summary>All that <see cref="EnrollmentCalendar"/> writes.</summary>
    public static IQueryable<Enrollment> WithClassMeetings(this IQueryable<Enrollment> enrollments) =>
        enrollments.Include(e => e.Cohort.Course).Include(e => e.Cohort.Meetings);
}
