using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses.Planning;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;
using Sweet.Web.Email.Letters.Courses;

namespace Sweet.Web.Email;

/// <summary>Tells confirmed students of a change of their cohort. A few in the save that changes it, all others by a worker.</summary>
public sealed class TellCohort(SweetDbContext db, Outbox outbox)
{
    /// <summary>As many letters as one save writes while the cohort is locked.</summary>
    public const int AtOnce = 50;

    /// <summary>The next of those who have not been told; in the caller's transaction, with the cohort locked.</summary>
    public async Task Next(CohortNews news, DateTime nowUtc, CancellationToken ct)
    {
        var next = await db.Enrollments.WithClassMeetings()
            .Where(e => e.CohortId == news.CohortId && e.Status == EnrollmentStatus.Confirmed)
            .Where(e => e.Id > news.ToldUpToId && e.Id <= news.LastId)
            .OrderBy(e => e.Id).Take(AtOnce)
            .ToListAsync(ct);
        foreach (var enrollment in next)
        {
            await outbox.Tell(new CohortChangedLetter(enrollment, news), nowUtc, ct);
            news.HaveTold(enrollment.Id);
        }

        if (next.Count < AtOnce) news.Finish(nowUtc);
    }
}
