using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;

namespace Sweet.Domain.Messages;

/// <summary>To whom of a cohort a message goes.</summary>
public static class CohortMessages
{
    /// <param name="chosen">Means something only for chosen people.</param>
    public static IQueryable<Enrollment> Of(
        this IQueryable<Enrollment> enrollments, int cohortId, CohortAudience audience, IReadOnlyCollection<int> chosen)
    {
        var live = enrollments.Live().Where(e => e.CohortId == cohortId);
        return audience switch
        {
            CohortAudience.Confirmed => live.Where(e => e.Status == EnrollmentStatus.Confirmed),
            CohortAudience.Unpaid => live.Unpaid(),
            CohortAudience.Chosen => live.Where(e => chosen.Contains(e.Id)),
            _ => live,
        };
    }

    /// <summary>Writes it down with those who get it, and into the cohort's history.</summary>
    /// <exception cref="ArgumentException">Nobody gets it.</exception>
    public static CohortMessage Write(
        this Cohort cohort, string key, WrittenMessage written, IReadOnlyCollection<int> enrollmentIds, Actor by, DateTime nowUtc)
    {
        var message = new CohortMessage(cohort, key, written, enrollmentIds, by, nowUtc);
        cohort.Record("Message", null, written.Subject, by, nowUtc, $"To {enrollmentIds.Count}: {written.Audience}.");
        return message;
    }
}
