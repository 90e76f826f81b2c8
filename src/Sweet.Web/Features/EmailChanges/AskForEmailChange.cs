using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;
using Sweet.Web.Email;

namespace Sweet.Web.Features.EmailChanges;

/// <summary>Mails a link to the new address and a notice to the old one. Changes nothing else.</summary>
public sealed class AskForEmailChange(SweetDbContext db, Outbox outbox, TimeProvider clock)
{
    /// <returns>False if the enrollment has ended meanwhile.</returns>
    public async Task<bool> Of(string token, EmailAddress email, CancellationToken ct)
    {
        var place = await db.PlaceOf(e => e.LinkToken == token, ct);
        return place is not null && await Save(place, token, email, ct);
    }

    private Task<bool> Save(EnrollmentPlace place, string token, EmailAddress email, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                await db.LockCohort(place.CohortId, ct);
                var enrollment = await db.Enrollments.Whole().SingleAsync(e => e.Id == place.EnrollmentId, ct);
                // The link may have been replaced since it was looked up.
                if (enrollment.LinkToken != token || !EmailChange.IsFor(enrollment)) return false;

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                // A newer wish takes the place of the older; pressed twice, it is the same wish.
                var justNow = nowUtc - EmailChange.SameWish;
                var earlier = db.EmailChanges.Where(c => c.EnrollmentId == enrollment.Id);
                if (await earlier.AnyAsync(c => c.Email == email.Text && c.MadeAtUtc == null && c.AskedAtUtc > justNow, ct)) return true;

                await earlier.ExecuteDeleteAsync(ct);
                var change = new EmailChange(enrollment, email, nowUtc);
                db.EmailChanges.Add(change);
                await outbox.EmailChangeAsked(change, ct);
                await outbox.EmailChangeNotice(change, ct);
                await db.SaveChangesAsync(ct);
                await transaction.CommitAsync(ct);
                return true;
            },
            ct);
}
