using Sweet.Domain;
using Sweet.Domain.Staff;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Enrollments;

namespace Sweet.Web.Features.Staff.LinkSendings;

/// <summary>Emails a student the link to their page, as if they had asked for it: to the address alone.</summary>
public sealed class SendLink(SweetDbContext db, Outbox outbox, TimeProvider clock)
{
    public Task<LinkSent> Send(int id, Actor by, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                if (await db.FindInCohort(e => e.Id == id && e.ErasedAtUtc == null, ct) is not { } found) return LinkSent.NoSuchEnrollment;

                var enrollment = await db.LockEnrollment(found, ct);
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                if (!await outbox.Tell(YourLinksLetter.For([enrollment], nowUtc, nowUtc), nowUtc, ct)) return LinkSent.TooOften;
                // Told before, in the last ten minutes: pressed twice it is sent once.
                if (db.Messages.Local.Count == 0) return LinkSent.Sent;

                enrollment.RecordLinkSent(by, nowUtc);
                await transaction.SaveAndCommit(ct);
                return LinkSent.Sent;
            },
            ct);
}

public enum LinkSent
{
    Sent,
    NoSuchEnrollment,

    /// <summary>The address gets no more of these emails today.</summary>
    TooOften,
}
