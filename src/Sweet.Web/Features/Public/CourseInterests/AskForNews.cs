using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Policies;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Courses;

namespace Sweet.Web.Features.Public.CourseInterests;

/// <summary>Notes that an address asks for news of a course, and mails it a link to confirm that.</summary>
public sealed class AskForNews(SweetDbContext db, Outbox outbox, TimeProvider clock)
{
    /// <summary>A second request of the same address is the first one; it is mailed again until it is confirmed.</summary>
    public Task Ask(int courseId, EmailAddress email, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                // A double click makes two requests at once: they take turns at the course's row.
                await db.Courses.Where(c => c.Id == courseId).Lock(c => c.Slug, ct);
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                var course = await db.Courses.SingleAsync(c => c.Id == courseId, ct);
                var interest = await db.CourseInterests.SingleOrDefaultAsync(i => i.CourseId == courseId && i.EmailKey == email.Key, ct)
                    ?? await Note(courseId, email, nowUtc, ct);
                if (interest.ConfirmedAtUtc is null) await outbox.Tell(new InterestAskedLetter(interest, course, nowUtc), nowUtc, ct);
                await transaction.SaveAndCommit(ct);
            },
            ct);

    private async Task<CourseInterest> Note(int courseId, EmailAddress email, DateTime nowUtc, CancellationToken ct)
    {
        var notice = await db.PolicyVersions.InForce(PolicyKind.Privacy, nowUtc).Select(v => v.Id).SingleAsync(ct);
        var interest = new CourseInterest(courseId, email, notice, nowUtc);
        db.CourseInterests.Add(interest);
        return interest;
    }
}
