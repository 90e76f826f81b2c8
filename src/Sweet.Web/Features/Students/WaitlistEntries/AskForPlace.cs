using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Waitlists;
using Sweet.Web.Data;

namespace Sweet.Web.Features.Students.WaitlistEntries;

/// <summary>Notes that an address asks for a place in line; a worker emails it a link to confirm that.</summary>
/// <remarks>One row, whatever the address is: the time of the answer tells nobody who is in line.</remarks>
public sealed class AskForPlace(SweetDbContext db, TimeProvider clock)
{
    public Task Ask(string reference, EmailAddress email, PersonName name, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                var cohortId = await db.Cohorts.Where(c => c.Reference == reference).Select(c => c.Id).SingleAsync(ct);
                db.LinkRequests.Add(LinkRequest.ForLine(cohortId, email, name, clock.GetUtcNow().UtcDateTime));
                await transaction.SaveAndCommit(ct);
            },
            ct);
}
