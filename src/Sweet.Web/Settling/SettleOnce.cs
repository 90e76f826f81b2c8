using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Settlements;
using Sweet.Web.Books.Documents;
using Sweet.Web.Data;

namespace Sweet.Web.Settling;

/// <summary>How news of a refund or a dispute is taken in: once a notice, under the cohort's lock, and never over newer news.</summary>
public sealed class SettleOnce(SweetDbContext db, PaymentOwner paymentOwner, TimeProvider clock)
{
    /// <summary>Asks Stripe and takes in what it says.</summary>
    /// <param name="seen">The word of Stripe that our row has.</param>
    /// <param name="take">Asks Stripe and takes the answer in; false if our row no longer says what was seen before.</param>
    public async Task Settle(StripeNotice? notice, Func<Task<string?>> seen, Func<string?, Task<bool>> take, CancellationToken ct)
    {
        if (await db.HasTakenIn(notice, ct)) return;

        // News of the same object may overtake these between question and lock: then Stripe is asked again.
        var isTaken = false;
        while (!isTaken) isTaken = await take(await seen());
    }

    /// <param name="isAsSeen">Whether our row still says what it said before Stripe was asked.</param>
    /// <param name="decide">Changes the order and tells of it; returns what is remembered with the notice.</param>
    /// <returns>False if <paramref name="isAsSeen"/> says no.</returns>
    public async Task<bool> Take(
        string paymentIntentId,
        Actor by,
        StripeNotice? notice,
        Func<Order, bool> isAsSeen,
        Func<Enrollment, DateTime, Task<string?>> decide,
        CancellationToken ct)
    {
        var found = await paymentOwner.Find(paymentIntentId, by, ct);
        if (found is null) return true;

        return await db.InTransaction(
            async transaction =>
            {
                var enrollment = await db.LockEnrollment(found, ct);
                if (await db.HasTakenIn(notice, ct)) return true;

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                if (!isAsSeen(enrollment.Order)) return false;

                var outcome = await decide(enrollment, nowUtc);
                db.TakeIn(notice, outcome ?? "Nothing", nowUtc);
                await db.IssueDocuments(enrollment.Order, nowUtc, ct);
                await transaction.SaveAndCommit(ct);
                return true;
            },
            ct);
    }
}
