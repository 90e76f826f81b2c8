using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Policies;
using Sweet.Web.Data;

namespace Sweet.Web.Features.Public.CourseInterests;

/// <summary>Notes that an address asks for news of a course; a worker emails it a link to confirm that.</summary>
public sealed class AskForNews(SweetDbContext db, TimeProvider clock)
{
    /// <summary>A second request of the same address is the first one; it is emailed again until it is confirmed.</summary>
    public Task Ask(int courseId, EmailAddress email, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                // A double click makes two requests at once: they take turns at the course's row.
                await db.Courses.Where(c => c.Id == courseId).Lock(c => c.Slug, ct);
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                var notice = await db.PolicyVersions.InForce(PolicyKind.Privacy, nowUtc).Select(v => v.Id).SingleAsync(ct);
                if (!await db.CourseInterests.AnyAsync(i => i.CourseId == courseId && i.EmailKey == email.Key, ct))
                    db.CourseInterests.Add(new CourseInterest(courseId, email, notice, nowUtc));
                // Whether there is something to email takes as long as it likes: the time of this answer tells nobody.
                db.LinkRequests.Add(new LinkRequest(email, nowUtc, courseId));
                await transaction.SaveAndCommit(ct);
            },
            ct);
}
