using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Addresses;
using Sweet.Web.Payments;
using Sweet.Web.Settling;

namespace Sweet.Web.Features.Students.EmailChangeReversals;

/// <summary>Puts the old address of an enrollment back, gives it new links, and mails them there only.</summary>
public sealed class ReverseEmailChange(SweetDbContext db, EndHold endHold, Outbox outbox, ReturnedMail returnedMail, TimeProvider clock)
{
    /// <returns>The change, null if there is none; and why it was not taken back, or null.</returns>
    public async Task<(EmailChange? Change, EmailChangeRefusal? Refusal)> Of(string token, CancellationToken ct)
    {
        var hash = RetiredLink.HashOf(token);
        var cohortId = await db.EmailChanges.Where(c => c.ReversalHash == hash).Select(c => (int?)c.Enrollment.CohortId).SingleOrDefaultAsync(ct);
        if (cohortId is null) return (null, null);

        await EndUnpaid(hash, cohortId.Value, ct);
        return await Reverse(hash, cohortId.Value, ct);
    }

    // Anybody can hold an unpaid seat in the name of the old address, without a mail to it: that must not keep its owner out.
    private async Task EndUnpaid(string hash, int cohortId, CancellationToken ct)
    {
        var change = await db.EmailChanges.AsNoTracking().Where(c => c.ReversalHash == hash).SingleOrDefaultAsync(ct);
        if (change is null || !change.IsReversibleAt(clock.GetUtcNow().UtcDateTime)) return;

        var unpaid = await db.Enrollments.Where(e => e.CohortId == cohortId && e.EmailKey == change.OldEmailKey && e.Id != change.EnrollmentId && e.Status == EnrollmentStatus.Held)
            .Where(_ => db.Enrollments.Live().Any(moved => moved.Id == change.EnrollmentId))
            .Select(e => (int?)e.Id).FirstOrDefaultAsync(ct);
        if (unpaid is { } enrollmentId) await EndIfStripeAgrees(enrollmentId, ct);
    }

    private async Task EndIfStripeAgrees(int enrollmentId, CancellationToken ct)
    {
        try
        {
            await endHold.AtOnce(enrollmentId, ct);
        }
        catch (StripeUnavailableException)
        {
            // The seat stays, and the page says that the address has another place; the button works again later.
        }
    }

    // Locked: the old address must be the only live one in its cohort.
    private Task<(EmailChange? Change, EmailChangeRefusal? Refusal)> Reverse(string hash, int cohortId, CancellationToken ct) =>
        db.InTransaction<(EmailChange?, EmailChangeRefusal?)>(
            async transaction =>
            {
                await db.LockCohort(cohortId, ct);
                var change = await db.EmailChanges.SingleOrDefaultAsync(c => c.ReversalHash == hash, ct);
                if (change is null) return (null, null);

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                var enrollment = await db.Enrollments.Whole().SingleAsync(e => e.Id == change.EnrollmentId, ct);
                var otherLive = await db.Enrollments.Live().FirstOrDefaultAsync(
                    e => e.CohortId == cohortId && e.EmailKey == change.OldEmailKey && e.Id != enrollment.Id, ct);
                if (change.ReversedAtUtc is not null) return (change, null);
                if (change.ReversalRefusalFor(otherLive, nowUtc) is { } refusal) return (change, refusal);

                await TakeBack(change, nowUtc, ct);
                await db.SaveChangesAsync(ct);
                await transaction.CommitAsync(ct);
                return (change, null);
            },
            ct);

    private async Task TakeBack(EmailChange change, DateTime nowUtc, CancellationToken ct)
    {
        var enrollment = change.Enrollment;
        var lostAddress = enrollment.Email;
        // What was changed or asked for since may be a thief's: it can neither come true nor be taken back.
        await db.EmailChanges.Where(c => c.EnrollmentId == enrollment.Id && c.Id > change.Id && c.EndedAtUtc == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.EndedAtUtc, nowUtc), ct);
        db.RetiredLinks.AddRange(change.Reverse(Actor.Student, nowUtc));
        await returnedMail.Settle(enrollment, Actor.Student, nowUtc, ct);
        await outbox.Tell(new LinksReplacedLetter(enrollment), nowUtc, ct);
        await outbox.Tell(new EmailChangeReversedLetter(change, lostAddress), nowUtc, ct);
    }
}
