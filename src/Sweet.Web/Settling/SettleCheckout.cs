using Sweet.Domain;
using Sweet.Domain.Orders;
using Sweet.Domain.Settlements;
using Sweet.Web.Books.Documents;
using Sweet.Web.Data;
using Sweet.Web.Payments;
using Sweet.Web.Restoring;

namespace Sweet.Web.Settling;

/// <summary>
/// Makes our rows agree with a session at Stripe: called by webhook, landing page and reconciliation alike,
/// in any order and as often as they like.
/// </summary>
public sealed class SettleCheckout(SweetDbContext db, StripeCheckout stripe, LostEnrollments lost, TellSettlement tell, TimeProvider clock)
{
    /// <param name="notice">The webhook that brought it, or null; it takes effect once.</param>
    public async Task<Settlement> Settle(string sessionId, Actor by, StripeNotice? notice, CancellationToken ct)
    {
        if (await db.HasTakenIn(notice, ct)) return Settlement.Nothing;

        // The notice is only a trigger: the session itself is the truth, whatever the order of events.
        var report = await stripe.Find(sessionId, ct);
        return report is null ? Settlement.Nothing : await Take(report, by, notice, ct);
    }

    /// <summary>The same for a payment at Stripe whose session we may not know.</summary>
    public async Task SettlePayment(string paymentIntentId, Actor by, CancellationToken ct)
    {
        if (await stripe.FindByPayment(paymentIntentId, ct) is { } report) await Take(report, by, notice: null, ct);
        else await WithoutSession(await stripe.FindCharge(paymentIntentId, ct), ct);
    }

    /// <summary>Sees to it that a session can be paid no more; one that is complete already is settled.</summary>
    /// <returns>Whether Stripe agrees that it ended unpaid.</returns>
    public async Task<bool> Expire(string sessionId, Actor by, CancellationToken ct) =>
        await HasEnded(await stripe.Expire(sessionId, ct), by, ct);

    /// <summary>As <see cref="Expire"/>, and what Stripe says of it is taken in at once.</summary>
    public async Task ExpireAndTake(string sessionId, Actor by, CancellationToken ct)
    {
        if (await stripe.Expire(sessionId, ct) is { } report) await Take(report, by, notice: null, ct);
    }

    /// <summary>Settles a session as it is, which may still be open.</summary>
    /// <returns>Whether it has ended unpaid.</returns>
    public async Task<bool> HasEnded(string sessionId, Actor by, CancellationToken ct) =>
        await HasEnded(await stripe.Find(sessionId, ct), by, ct);

    private async Task<bool> HasEnded(SessionReport? report, Actor by, CancellationToken ct)
    {
        if (report is { Facts.State: SessionState.Complete }) await Take(report, by, notice: null, ct);
        return report is null or { Facts.State: SessionState.Expired };
    }

    /// <summary>Takes in what Stripe has said of a session.</summary>
    public async Task<Settlement> Take(SessionReport report, Actor by, StripeNotice? notice, CancellationToken ct)
    {
        if (await db.HasTakenIn(notice, ct)) return Settlement.Nothing;

        var found = await FindEnrollment(report, ct);
        if (found is null && report.Number is null) return Settlement.Nothing;

        if (report.Contradiction is null) found ??= await lost.Remake(report, by, ct);
        var settlement = found is null ? await Unclaimed(report, notice, ct) : await Settle(found, report, by, notice, ct);
        tell.Count(settlement);
        return settlement;
    }

    private Task<Settlement> Settle(EnrollmentInCohort found, SessionReport report, Actor by, StripeNotice? notice, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                var enrollment = await db.LockEnrollment(found, ct);
                if (await db.HasTakenIn(notice, ct)) return Settlement.Nothing;

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                var otherLive = await db.Enrollments.FindOtherLive(enrollment, enrollment.EmailKey, ct);
                var checkout = enrollment.Order.CheckoutFor(report.Trace, report.Attempt, by, nowUtc);
                var facts = report.Facts with
                {
                    Contradiction = report.ContradictionWith(enrollment.Number),
                    IsFromBeforeRestore = await db.WasRestoredSince(report.Facts.Payment?.CapturedAtUtc, ct),
                };
                var rules = new SettlementRules(enrollment.Cohort, enrollment.Order, by, nowUtc);
                var settlement = rules.Settle(checkout, facts, otherLive);
                await tell.Settled(settlement, enrollment, facts, nowUtc, ct);
                if (rules.Opened is { } opened) await tell.Opened(opened, ct);
                db.TakeIn(notice, settlement.ToString(), nowUtc);
                await db.IssueDocuments(enrollment.Order, nowUtc, ct);
                await transaction.SaveAndCommit(ct);
                return settlement;
            },
            ct);

    // Money that names an enrollment which we do not have: nothing of it may be lost.
    private Task<Settlement> Unclaimed(SessionReport report, StripeNotice? notice, CancellationToken ct) =>
        report.Facts.Payment is not { Status: PaymentStatus.Succeeded } payment
            ? Task.FromResult(Settlement.Nothing)
            : db.InTransaction(
                async transaction =>
                {
                    if (await db.HasTakenIn(notice, ct)) return Settlement.Nothing;

                    var nowUtc = clock.GetUtcNow().UtcDateTime;
                    await tell.Unclaimed(payment, report, nowUtc, ct);
                    db.TakeIn(notice, nameof(Settlement.CaseOpened), nowUtc);
                    await transaction.SaveAndCommit(ct);
                    return Settlement.CaseOpened;
                },
                ct);

    // It carries our reference, and no session of ours brought it: whoever charged it knows why.
    private async Task WithoutSession(ChargeReport? charge, CancellationToken ct)
    {
        if (charge is not { Number: { } number, Payment: { Status: PaymentStatus.Succeeded } payment }) return;

        await db.InTransaction(
            async transaction =>
            {
                await tell.ChargeWithoutSession(payment, number, clock.GetUtcNow().UtcDateTime, ct);
                await transaction.SaveAndCommit(ct);
            },
            ct);
    }

    // Matched by session, not by order; a session whose address was never saved, or was lost, is matched by what it says of
    // itself, unless it says two things.
    private async Task<EnrollmentInCohort?> FindEnrollment(SessionReport report, CancellationToken ct) =>
        await db.FindInCohort(db.Checkouts.Where(c => c.SessionId == report.Facts.SessionId).Select(c => c.Order), ct)
        ?? (report.Number is null || report.Contradiction is not null ? null : await db.FindInCohort(e => e.Number == report.Number, ct));
}
