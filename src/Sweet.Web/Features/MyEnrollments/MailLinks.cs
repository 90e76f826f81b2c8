using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;
using Sweet.Web.Email;

namespace Sweet.Web.Features.MyEnrollments;

/// <summary>Queues the mail with all links of an address; nothing if it has none.</summary>
public sealed class MailLinks(SweetDbContext db, Outbox outbox, TimeProvider clock)
{
    private const int MostLinks = 20;

    public Task<bool> To(EmailAddress address, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                // Two presses at once take turns at the rows of the address, so that the mail is queued once.
                await db.Enrollments.Where(e => e.EmailKey == address.Key).ExecuteUpdateAsync(set => set.SetProperty(e => e.EmailKey, e => e.EmailKey), ct);
                // Held and confirmed ones, and what ended: a student may look for a receipt of last year.
                var enrollments = await db.Enrollments.Whole().Where(e => e.EmailKey == address.Key)
                    .OrderByDescending(e => e.Id).Take(MostLinks).ToListAsync(ct);
                await outbox.YourLinks(address.Text, enrollments, clock.GetUtcNow().UtcDateTime, ct);
                await db.SaveChangesAsync(ct);
                await transaction.CommitAsync(ct);
                return enrollments.Count > 0;
            },
            ct);
}
