using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Messages;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Cohorts;

namespace Sweet.Web.Features.Staff.CohortMessages;

/// <summary>Fixes a message with those who get it, in one save; a worker writes the emails.</summary>
public sealed class SendCohortMessage(SweetDbContext db, Outbox outbox, TimeProvider clock)
{
    /// <returns>The message, this one or the one that the first press made; null if others get it by now than were named.</returns>
    public Task<int?> Send(int cohortId, CohortMessageForm form, Actor by, CancellationToken ct) =>
        db.InTransaction<int?>(
            async transaction =>
            {
                // Nobody comes or goes meanwhile, and two presses take turns.
                await db.LockCohort(cohortId, ct);
                var sent = await db.CohortMessages.Where(m => m.Key == form.Key).Select(m => (int?)m.Id).SingleOrDefaultAsync(ct);
                if (sent is not null) return sent;

                var ids = await db.Enrollments.Of(cohortId, form.Audience, form.EnrollmentIds).Select(e => e.Id).ToListAsync(ct);
                if (ids.Count == 0 || ids.Count != form.SeenRecipients) return null;

                var cohort = await db.Cohorts.SingleAsync(c => c.Id == cohortId, ct);
                var message = cohort.Write(form.Key!, form.ToWritten(), ids, by, clock.GetUtcNow().UtcDateTime);
                db.CohortMessages.Add(message);
                await transaction.SaveAndCommit(ct);
                return message.Id;
            },
            ct);

    /// <summary>To who writes it, at their own address.</summary>
    public Task Test(Cohort cohort, CohortMessageForm form, string email, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                var letter = new CohortMessageTestLetter(form.ToWritten(), cohort, email, form.Key!);
                await outbox.Tell(letter, clock.GetUtcNow().UtcDateTime, ct);
                await transaction.SaveAndCommit(ct);
            },
            ct);
}
