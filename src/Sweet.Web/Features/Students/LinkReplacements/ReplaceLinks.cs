using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Addresses;

namespace Sweet.Web.Features.Students.LinkReplacements;

/// <summary>Gives an enrollment new secrets, remembers the hashes of the old ones, and mails the new link.</summary>
public sealed class ReplaceLinks(SweetDbContext db, Outbox outbox, TimeProvider clock)
{
    /// <returns>The new link token; null if the old one opens nothing.</returns>
    public Task<string?> Replace(string token, CancellationToken ct) =>
        db.InTransaction<string?>(
            async transaction =>
            {
                if (await db.LockByLink(token, ct) is not { } enrollment) return null;

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                db.RetiredLinks.AddRange(enrollment.ReplaceLinks(Actor.Student, nowUtc));
                // Whoever asked for another address by the old link may be the reason for the new one.
                await db.EmailChanges.OpenAt(nowUtc).Where(c => c.EnrollmentId == enrollment.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(c => c.EndedAtUtc, nowUtc), ct);
                await outbox.Tell(new LinksReplacedLetter(enrollment), nowUtc, ct);
                await transaction.SaveAndCommit(ct);
                return enrollment.LinkToken;
            },
            ct);
}
