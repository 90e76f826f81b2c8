using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Transfers;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Transfers;

namespace Sweet.Web.Seating;

/// <summary>Lets a student choose other dates until a date, and takes that back. Nothing moves by it. Database only.</summary>
public sealed class OfferTransfer(SweetDbContext db, Outbox outbox, TimeProvider clock)
{
    public async Task<TransferOfferAnswer> Offer(
        int enrollmentId, IReadOnlyCollection<int> cohortIds, DateTime endsAtUtc, Actor by, CancellationToken ct)
    {
        if (await db.FindInCohort(e => e.Id == enrollmentId, ct) is not { } found) return new TransferOfferAnswer(IsFound: false);

        return await db.InTransaction(
            async transaction =>
            {
                var from = await db.LockEnrollment(found, ct);
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                var successor = await db.Enrollments.Live().FirstOrDefaultAsync(e => e.TransferredFromId == enrollmentId, ct);
                if (from.TransferRefusalFor(successor) is { } refusal) return new TransferOfferAnswer(refusal);

                var before = await db.TransferOffers.SingleOrDefaultAsync(o => o.EnrollmentId == enrollmentId && o.EndedAtUtc == null, ct);
                // Pressed twice: the same is not offered and emailed again.
                if (before is not null && before.IsOpenAt(nowUtc) && before.EndsAtUtc == endsAtUtc
                    && before.CohortIds.SequenceEqual(cohortIds.Distinct().Order()))
                    return new TransferOfferAnswer();

                before?.Replace(nowUtc);
                // The index lets one at a time be open.
                await db.SaveChangesAsync(ct);
                var offer = new TransferOffer(from, cohortIds, endsAtUtc, by, nowUtc);
                db.TransferOffers.Add(offer);
                await outbox.Tell(new TransferOfferedLetter(from, offer), nowUtc, ct);
                await transaction.SaveAndCommit(ct);
                return new TransferOfferAnswer();
            },
            ct);
    }

    /// <returns>False if there is no such offer.</returns>
    public async Task<bool> TakeBack(int enrollmentId, int offerId, Actor by, CancellationToken ct)
    {
        if (await db.FindInCohort(e => e.Id == enrollmentId, ct) is not { } found) return false;

        return await db.InTransaction(
            async transaction =>
            {
                await db.LockEnrollment(found, ct);
                var offer = await db.TransferOffers.SingleOrDefaultAsync(o => o.Id == offerId && o.EnrollmentId == enrollmentId, ct);
                if (offer is null) return false;

                offer.End(by, clock.GetUtcNow().UtcDateTime);
                await transaction.SaveAndCommit(ct);
                return true;
            },
            ct);
    }
}

/// <param name="Refusal">Null: it is offered.</param>
public sealed record TransferOfferAnswer(TransferRefusal? Refusal = null, bool IsFound = true);
