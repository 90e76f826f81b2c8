using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Web.Books.Documents;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Refunds;
using Sweet.Web.Wording.Receipts;

namespace Sweet.Web.Features.Staff.OutsideReturns;

/// <summary>Money that was paid outside Stripe was returned: written down once, and told to the student in the same save.</summary>
public sealed class ReturnOutside(SweetDbContext db, Outbox outbox, TimeProvider clock)
{
    /// <returns>Null if there is no such refund, or it is Stripe's to send.</returns>
    public async Task<OutsideReturnPage?> Read(int refundId, CancellationToken ct)
    {
        var refund = await db.Refunds.AsNoTracking().Include(r => r.Payment).Include(r => r.Order.Enrollment)
            .SingleOrDefaultAsync(r => r.Id == refundId && r.Origin == RefundOrigin.Outside, ct);
        if (refund is null) return null;

        var (order, enrollment) = (refund.Order, refund.Order.Enrollment);
        return new OutsideReturnPage(
            refundId, enrollment.Id, enrollment.FullName, enrollment.Number, refund.Amount, PaymentMethodText.InWords(refund.Payment)!)
        {
            PayerName = order.PayerName,
            PayerAddress = order.PayerAddress,
            PayerEmail = order.PayerEmail,
            Email = EmailAddress.Shown(enrollment.Email),
            IsWaiting = refund.Status == RefundStatus.Requested,
            ReturnedBy = PaymentMethodText.InWords(refund),
        };
    }

    /// <returns>False if it was written down before.</returns>
    public async Task<bool> Return(int refundId, OutsideWay way, string reference, DateTime returnedAtUtc, Actor by, CancellationToken ct)
    {
        var found = await db.FindInCohort(db.Refunds.Where(r => r.Id == refundId).Select(r => r.Order), ct);
        return await db.InTransaction(
            async transaction =>
            {
                var enrollment = await db.LockEnrollment(found!, ct);
                var refund = enrollment.Order.Refunds.Single(r => r.Id == refundId);
                if (refund.Status != RefundStatus.Requested) return false;

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                refund.Return(new OutsideMoney(refund.Amount, way, reference, returnedAtUtc), by, nowUtc);
                await outbox.Tell(RefundMovedLetter.For(enrollment, refund), nowUtc, ct);
                await db.IssueDocuments(enrollment.Order, nowUtc, ct);
                await transaction.SaveAndCommit(ct);
                return true;
            },
            ct);
    }
}
