using Sweet.Domain;
using Sweet.Domain.Staff;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Enrollments;

namespace Sweet.Web.Features.Staff.LinkSendings;

/// <summary>Emails a student the link to their page, to the address alone.</summary>
public sealed class SendLink(SweetDbContext db, Outbox outbox, TimeProvider clock)
{
    /// <returns>False if there is no such enrollment.</returns>
    public Task<bool> Send(int id, Actor by, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                if (await db.FindInCohort(e => e.Id == id && e.ErasedAtUtc == null, ct) is not { } found) return false;

                var enrollment = await db.LockEnrollment(found, ct);
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                // Erased while this waited for the lock.
                if (!await outbox.Tell(YourLinksLetter.FromStaff(enrollment, nowUtc), nowUtc, ct)) return false;
                // Told before, in the last ten minutes: pressed twice it is sent once.
                if (db.Messages.Local.Count == 0) return true;

                enrollment.RecordLinkSent(by, nowUtc);
                await transaction.SaveAndCommit(ct);
                return true;
            },
            ct);
}
