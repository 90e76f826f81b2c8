using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Settlements;
using Sweet.Domain.Transfers;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Courses;
using Sweet.Web.Email.Letters.Enrollments;
using Sweet.Web.Hosting;
using Sweet.Web.Payments;

namespace Sweet.Web.Settling;

/// <summary>Gives an unpaid seat back, once Stripe agrees that it can be paid no more.</summary>
public sealed class EndHold(SweetDbContext db, SettleCheckout settleCheckout, Outbox outbox, TimeProvider clock, SweetMetrics metrics)
{
    /// <summary>If its time is over, or nothing can move into it anymore; tells the student by email.</summary>
    /// <returns>Whether the seat became free.</returns>
    public Task<bool> EndIfDue(int enrollmentId, Actor by, CancellationToken ct) => End(enrollmentId, ExpiryReason.TimeOver, by, ct);

    /// <summary>Before its time is over, because a student says so: nobody is emailed.</summary>
    /// <exception cref="StripeUnavailableException">Stripe did not agree in the time that a page has.</exception>
    public Task<bool> EndEarly(int enrollmentId, ExpiryReason why, CancellationToken ct) =>
        StripeCall.WithinOne(clock, limited => End(enrollmentId, why, Actor.Student, limited), ct);

    /// <summary>Before its time is over, because staff say so; tells the student by email.</summary>
    /// <returns>Whether the seat became free: false if it was paid in the last moment.</returns>
    /// <exception cref="StripeUnavailableException">Stripe did not agree in the time that a page has.</exception>
    public Task<bool> EndByStaff(int enrollmentId, Actor by, CancellationToken ct) =>
        StripeCall.WithinOne(clock, limited => End(enrollmentId, ExpiryReason.Staff, by, limited), ct);

    /// <summary>Because its cohort was canceled; tells the student by email.</summary>
    /// <returns>Whether the seat became free: false too if it was not held.</returns>
    public Task<bool> EndWithCohort(int enrollmentId, Actor by, CancellationToken ct) =>
        End(enrollmentId, ExpiryReason.CohortCancelled, by, ct);

    /// <summary>Of a copy that was put in place: if Stripe says that its page has ended, whatever the copy says of its time.</summary>
    /// <returns>Whether the seat became free.</returns>
    public async Task<bool> EndIfEndedAtStripe(int enrollmentId, Actor by, CancellationToken ct)
    {
        var sessionIds = await db.Checkouts.OpenOf(enrollmentId).Select(c => c.SessionId!).ToListAsync(ct);
        foreach (var sessionId in sessionIds)
        {
            if (!await settleCheckout.HasEnded(sessionId, by, ct)) return false;
        }

        return sessionIds.Count > 0 && await Release(enrollmentId, sessionIds, ExpiryReason.EndedAtStripe, by, ct);
    }

    /// <summary>Sees to it that nobody pays by a page of Stripe that is open: it may be in other hands than the seat will be.</summary>
    /// <exception cref="StripeUnavailableException">Stripe did not agree in the time that a page has.</exception>
    public Task ExpirePages(int enrollmentId, CancellationToken ct) =>
        StripeCall.WithinOne(clock, limited => Expire(enrollmentId, limited), ct);

    private async Task<int> Expire(int enrollmentId, CancellationToken limited)
    {
        var sessionIds = await db.Checkouts.OpenOf(enrollmentId).Select(c => c.SessionId!).ToListAsync(limited);
        foreach (var sessionId in sessionIds) await settleCheckout.ExpireAndTake(sessionId, Actor.Student, limited);

        return sessionIds.Count;
    }

    /// <summary>Of a copy that does not know the page of a hold: Stripe has said that it ended.</summary>
    /// <returns>Whether the seat became free.</returns>
    public Task<bool> EndAsAtStripe(int enrollmentId, string endedSessionId, Actor by, CancellationToken ct) =>
        Release(enrollmentId, [endedSessionId], ExpiryReason.EndedAtStripe, by, ct);

    /// <returns>Whether the seat became free: false if it was paid in the last moment, or has been given more time.</returns>
    private async Task<bool> End(int enrollmentId, ExpiryReason why, Actor by, CancellationToken ct)
    {
        var sessionIds = await db.Checkouts.OpenOf(enrollmentId).Select(c => c.SessionId!).ToListAsync(ct);
        foreach (var sessionId in sessionIds)
        {
            // Paid in the last moment, or Stripe does not say that it ended: the seat stays.
            if (!await settleCheckout.Expire(sessionId, by, ct)) return false;
        }

        return await Release(enrollmentId, sessionIds, why, by, ct);
    }

    private async Task<bool> Release(
        int enrollmentId, List<string> expiredSessionIds, ExpiryReason why, Actor by, CancellationToken ct)
    {
        var found = await db.FindInCohort(e => e.Id == enrollmentId, ct);
        var isReleased = await db.InTransaction(
            async transaction =>
            {
                var enrollment = await db.LockEnrollment(found!, ct);
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                var isStuck = why == ExpiryReason.TimeOver && !enrollment.CanComplete();
                if (why == ExpiryReason.TimeOver && !isStuck && enrollment.HeldUntilUtc > nowUtc) return false;

                var rules = new SettlementRules(enrollment.Cohort, enrollment.Order, by, nowUtc);
                var hasEnded = rules.EndHold(expiredSessionIds, isStuck ? ExpiryReason.EarlierSeatEnded : why) == Settlement.HoldEnded;
                if (hasEnded && (why is ExpiryReason.TimeOver or ExpiryReason.Staff))
                    await outbox.Tell(new HoldEndedLetter(enrollment), nowUtc, ct);
                if (hasEnded && why == ExpiryReason.CohortCancelled) await outbox.Tell(new CohortCanceledLetter(enrollment), nowUtc, ct);
                await transaction.SaveAndCommit(ct);
                return hasEnded;
            },
            ct);
        if (isReleased) metrics.EnrollmentExpired();
        return isReleased;
    }
}
