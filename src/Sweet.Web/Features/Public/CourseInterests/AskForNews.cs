using Sweet.Domain.Enrollments;
using Sweet.Web.Data;

namespace Sweet.Web.Features.Public.CourseInterests;

/// <summary>Notes that an address asks for news of a course; a worker emails it a link to confirm that.</summary>
/// <remarks>One row, whatever the address is: the time of the answer tells nobody who asked.</remarks>
public sealed class AskForNews(SweetDbContext db, TimeProvider clock)
{
    public Task Ask(int courseId, EmailAddress email, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                db.LinkRequests.Add(new LinkRequest(email, clock.GetUtcNow().UtcDateTime, courseId));
                await transaction.SaveAndCommit(ct);
            },
            ct);
}
