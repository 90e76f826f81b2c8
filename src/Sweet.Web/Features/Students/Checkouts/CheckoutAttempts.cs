using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Cases;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Web.Data;
using Sweet.Web.Email;

namespace Sweet.Web.Features.Students.Checkouts;

/// <summary>The rows of attempts to pay: with their key before Stripe is asked, then what came of it. Under the cohort's lock.</summary>
public sealed class CheckoutAttempts(SweetDbContext db, Outbox outbox, CheckoutPlan plan, TimeProvider clock)
{
    /// <returns>Why nothing can be paid, or the attempt: that of before, if its page is open or its call can be made again.</returns>
    /// <param name="extra">What the hold gets on top, for clocks that differ.</param>
    public Task<(PaymentRefusal?, Checkout?)> Save(string token, TimeSpan extra, CancellationToken ct) =>
        db.InTransaction<(PaymentRefusal?, Checkout?)>(
            async transaction =>
            {
                if (await db.LockByLink(token, ct) is not { } enrollment) return (PaymentRefusal.NotHeld, null);

                var (hold, nowUtc) = (plan.Hold with { Extra = extra }, clock.GetUtcNow().UtcDateTime);
                if (enrollment.PaymentRefusalFor(hold.MaxMoves, nowUtc) is { } reason) return (reason, null);
                if (enrollment.Order.OpenCheckout is { } open) return (null, open);

                var checkout = enrollment.Order.BeginCheckout(plan.TermsFor(enrollment, nowUtc), hold, nowUtc);
                await transaction.SaveAndCommit(ct);
                return (null, checkout);
            },
            ct);

    /// <summary>Afresh: the hold may have ended while Stripe was asked, and then its page is not shown.</summary>
    public Task<bool> SaveAnswer(Checkout begun, Func<Checkout, bool> change, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                var result = change(await Lock(begun, ct));
                await transaction.SaveAndCommit(ct);
                return result;
            },
            ct);

    /// <param name="isForStaff">No repetition heals it: a person has to.</param>
    public Task GiveUp(Checkout begun, string reason, bool isForStaff, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                var checkout = await Lock(begun, ct);
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                checkout.Fail(reason, Actor.Student, nowUtc);
                if (isForStaff) await db.OpenOnce(PaymentCases.CheckoutRefused(checkout, reason, nowUtc), outbox, ct);
                await transaction.SaveAndCommit(ct);
            },
            ct);

    private async Task<Checkout> Lock(Checkout begun, CancellationToken ct)
    {
        await db.LockCohort(begun.Order.Enrollment.CohortId, ct);
        return await db.Checkouts.Include(c => c.Order.Enrollment).SingleAsync(c => c.Id == begun.Id, ct);
    }
}
