using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses.Cancelling;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Transfers;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Courses;
using Sweet.Web.Payments;
using Sweet.Web.Seating;

namespace Sweet.Web.Settling;

/// <summary>Ends one seat of a canceled cohort: money, seat and letter in one save. May be repeated.</summary>
/// <remarks>Who was to move to another cohort and finds no seat there, or another reason against it, is refunded like the others.</remarks>
public sealed class EndCancelledSeat(SweetDbContext db, EndHold endHold, TransferStudent transfer, Outbox outbox, TimeProvider clock)
{
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(1);

    /// <exception cref="StripeUnavailableException">Stripe did not say that the page of a held seat has ended.</exception>
    public async Task End(int seatId, Actor by, CancellationToken ct)
    {
        var (enrollmentId, toCohortId) = await db.Set<CancelledSeat>().Where(s => s.Id == seatId)
            .Select(s => ValueTuple.Create(s.EnrollmentId, s.TransferToId)).SingleAsync(ct);
        if (await IsFinished(seatId, enrollmentId, toCohortId, by, ct)) return;

        // Held: nobody may be paying on its page while the seat ends.
        await endHold.EndWithCohort(enrollmentId, by, ct);
        if (!await IsFinished(seatId, enrollmentId, toCohortId, by, ct))
            await Postpone(seatId, "Its payment page at Stripe is still open.", ct);
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

    private async Task<bool> IsFinished(int seatId, int enrollmentId, int? toCohortId, Actor by, CancellationToken ct)
    {
        var found = await db.FindInCohort(e => e.Id == enrollmentId, ct);
        return await db.InTransaction(
            async transaction =>
            {
                // Both cohorts first, in the order in which everybody locks them.
                var cohorts = found!.Cohorts.Append(toCohortId ?? found.CohortId).Distinct().Order();
                foreach (var cohortId in cohorts) await db.LockCohort(cohortId, ct);
                var enrollment = await db.LockEnrollment(found, ct);
                var seat = await db.Set<CancelledSeat>().SingleAsync(s => s.Id == seatId, ct);
                if (seat.DoneAtUtc is not null) return true;

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                if (await HasMoved(seat, enrollment, by, nowUtc, ct)) return await Finish(seat, transaction, nowUtc, ct);
                if (enrollment.EndWithCohort(by, nowUtc)) await outbox.Tell(new CohortCanceledLetter(enrollment), nowUtc, ct);
                else if (enrollment.IsLive) return false;

                return await Finish(seat, transaction, nowUtc, ct);
            },
            ct);
    }

    private async Task<bool> HasMoved(CancelledSeat seat, Enrollment enrollment, Actor by, DateTime nowUtc, CancellationToken ct)
    {
        if (seat.TransferToId is not { } toCohortId) return false;
        if (enrollment.Status != EnrollmentStatus.Confirmed)
        {
            // Given back or moved by staff meanwhile.
            seat.Stay(TransferRefusal.NotConfirmed);
            return false;
        }

        var refusal = await transfer.MoveOut(enrollment, toCohortId, "The cohort was canceled.", by, nowUtc, ct);
        if (refusal is { } because) seat.Stay(because);
        return refusal is null;
    }

    private static async Task<bool> Finish(CancelledSeat seat, SweetTransaction transaction, DateTime nowUtc, CancellationToken ct)
    {
        seat.Finish(nowUtc);
        await transaction.SaveAndCommit(ct);
        return true;
    }
}
