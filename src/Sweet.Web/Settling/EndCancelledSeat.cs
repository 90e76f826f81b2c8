using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses.Cancelling;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Courses;
using Sweet.Web.Payments;

namespace Sweet.Web.Settling;

/// <summary>Ends one seat of a canceled cohort: money, seat and letter in one save. May be repeated.</summary>
public sealed class EndCancelledSeat(SweetDbContext db, EndHold endHold, Outbox outbox, TimeProvider clock)
{
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(1);

    /// <exception cref="StripeUnavailableException">Stripe did not say that the page of a held seat has ended.</exception>
    public async Task End(int seatId, Actor by, CancellationToken ct)
    {
        var enrollmentId = await db.Set<CancelledSeat>().Where(s => s.Id == seatId).Select(s => s.EnrollmentId).SingleAsync(ct);
        if (await IsFinished(seatId, enrollmentId, by, ct)) return;

        // Held: nobody may be paying on its page while the seat ends.
        await endHold.EndWithCohort(enrollmentId, by, ct);
        if (!await IsFinished(seatId, enrollmentId, by, ct)) await Postpone(seatId, "Its payment page at Stripe is still open.", ct);
    }

    public Task Postpone(int seatId, string trouble, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                var seat = await db.Set<CancelledSeat>().SingleAsync(s => s.Id == seatId, ct);
                seat.Postpone(trouble, Wait, clock.GetUtcNow().UtcDateTime);
                await transaction.SaveAndCommit(ct);
            },
            ct);

    private async Task<bool> IsFinished(int seatId, int enrollmentId, Actor by, CancellationToken ct)
    {
        var found = await db.FindInCohort(e => e.Id == enrollmentId, ct);
        return await db.InTransaction(
            async transaction =>
            {
                var enrollment = await db.LockEnrollment(found!, ct);
                var seat = await db.Set<CancelledSeat>().SingleAsync(s => s.Id == seatId, ct);
                if (seat.DoneAtUtc is not null) return true;

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                if (enrollment.EndWithCohort(by, nowUtc)) await outbox.Tell(new CohortCanceledLetter(enrollment), nowUtc, ct);
                else if (enrollment.IsLive) return false;

                seat.Finish(nowUtc);
                await transaction.SaveAndCommit(ct);
                return true;
            },
            ct);
    }
}
