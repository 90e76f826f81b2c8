using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Addresses;

namespace Sweet.Web.Features.Students.EmailChangeConfirmations;

/// <summary>Moves an enrollment to its new address and sends there what it needs.</summary>
public sealed class MakeEmailChange(SweetDbContext db, Outbox outbox, ReturnedMail returnedMail, TimeProvider clock)
{
    /// <returns>The change, null if there is none; and why it was not made, or null.</returns>
    public async Task<(EmailChange? Change, EmailChangeRefusal? Refusal)> Of(string token, CancellationToken ct)
    {
        var cohortId = await db.EmailChanges.Where(c => c.Token == token).Select(c => (int?)c.Enrollment.CohortId).SingleOrDefaultAsync(ct);
        return cohortId is null ? (null, null) : await Make(token, cohortId.Value, ct);
    }

    // Locked: the new address must be the only live one in its cohort.
    private Task<(EmailChange? Change, EmailChangeRefusal? Refusal)> Make(string token, int cohortId, CancellationToken ct) =>
        db.InTransaction<(EmailChange?, EmailChangeRefusal?)>(
            async transaction =>
            {
                await db.LockCohort(cohortId, ct);
                var change = await db.EmailChanges.SingleOrDefaultAsync(c => c.Token == token, ct);
                if (change is null) return (null, null);

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                var enrollment = await db.Enrollments.Whole().SingleAsync(e => e.Id == change.EnrollmentId, ct);
                var otherLive = await db.Enrollments.Live().FirstOrDefaultAsync(
                    e => e.CohortId == cohortId && e.EmailKey == change.EmailKey && e.Id != enrollment.Id, ct);
                if (change.MadeAtUtc is not null) return (change, null);
                if (change.RefusalFor(otherLive, nowUtc) is { } refusal) return (change, refusal);

                await Move(change, nowUtc, ct);
                await returnedMail.Settle(enrollment, Actor.Student, nowUtc, ct);
                await outbox.Tell(AddressCorrectedLetter.For(enrollment, nowUtc), nowUtc, ct);
                await db.SaveChangesAsync(ct);
                await transaction.CommitAsync(ct);
                return (change, null);
            },
            ct);

    private async Task Move(EmailChange change, DateTime nowUtc, CancellationToken ct)
    {
        var made = await db.EmailChanges.Where(c => c.EnrollmentId == change.EnrollmentId && c.MadeAtUtc != null).ToListAsync(ct);
        var lostAddress = change.Enrollment.Email;
        var reversalToken = change.Make(Actor.Student, nowUtc);
        var undone = made.Where(c => c.OldEmailKey == change.EmailKey && c.IsReversibleAt(nowUtc)).MinBy(c => c.Id);
        if (undone is null)
        {
            await outbox.Tell(new EmailChangeMadeLetter(change, reversalToken), nowUtc, ct);
            return;
        }

        // The earlier owner has it again: what others changed since, and this change, cannot be taken back.
        foreach (var since in made.Where(c => c.Id > undone.Id && c.OldEmailKey != change.EmailKey).Append(change)) since.EndReversal(nowUtc);
        db.RetiredLinks.AddRange(change.Enrollment.ReplaceLinks(Actor.Student, nowUtc));
        await outbox.Tell(new LinksReplacedLetter(change.Enrollment), nowUtc, ct);
        await outbox.Tell(new EmailChangeReversedLetter(change, lostAddress), nowUtc, ct);
    }
}
