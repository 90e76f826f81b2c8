using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Cases;
using Sweet.Domain.Refunds;
using Sweet.Domain.Transfers;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.EnrollmentRefunds.Words;
using Sweet.Web.Features.Staff.Shared.Words;
using Sweet.Web.Payments;
using Sweet.Web.Wording.Receipts;

namespace Sweet.Web.Features.Staff.EnrollmentRefunds;

public sealed class RefundLists(SweetDbContext db, StripeDashboard dashboard)
{
    public async Task<RefundListPage?> Find(int enrollmentId, CancellationToken ct)
    {
        var enrollment = await db.Enrollments.AtOnce().SingleOrDefaultAsync(e => e.Id == enrollmentId, ct);
        if (enrollment is null) return null;

        await db.ShowEarlierSeats(enrollment, ct);
        var order = enrollment.Order;
        var orders = order.EarlierOrders().Prepend(order).ToList();
        var (orderIds, enrollmentIds) = (orders.ConvertAll(o => (int?)o.Id), orders.ConvertAll(o => (int?)o.EnrollmentId));
        var cases = await db.OpenCases.AsNoTracking().Where(c => orderIds.Contains(c.OrderId) && c.ResolvedAtUtc == null).ToListAsync(ct);
        var asked = await db.History.Where(h => enrollmentIds.Contains(h.EnrollmentId))
            .Where(h => h.Subject == "Refund new" && h.From == null)
            .Select(h => new Asked(h.AtUtc, h.ActorKind, h.ActorReference,
                db.Users.Where(m => m.Id == h.ActorReference).Select(m => m.Name).FirstOrDefault()))
            .ToListAsync(ct);
        var rows = order.Refunds.Concat(order.RefundsOfCredit()).OrderByDescending(r => r.Id).Select(r => RowOf(
            r, cases.Find(c => RefundCases.IsOf(c, r)), asked.Find(a => a.AtUtc == r.RequestedAtUtc)));
        return new RefundListPage(
            NewRefundPages.StudentOf(enrollment), order.Paid, order.GoneBack, order.Left() + order.CreditLeft(), [.. rows])
        {
            CameAlong = order.Credit(),
        };
    }

    private RefundRow RowOf(Refund refund, OpenCase? openCase, Asked? asked) => new(
        refund.Amount, PaymentMethodText.InWords(refund.Payment) ?? "Stripe", refund.Status, RefundStateText.Of(refund),
        refund.RequestedAtUtc)
    {
        Who = refund.Origin == RefundOrigin.Stripe ? "in Stripe’s dashboard"
            : asked is null ? null : ActorText.InWords(asked.By, asked.ByReference, asked.ByName),
        Why = RefundStateText.WhyOf(refund.Reason),
        StripeId = refund.StripeRefundId,
        StripeAddress = refund.StripeRefundId is null ? null : dashboard.AddressOf(refund.Payment.IdAtStripe),
        CaseId = openCase?.Id,
        ReturnAddress = refund is { IsOutside: true, Status: RefundStatus.Requested } ? $"/admin/refunds/{refund.Id}/return" : null,
    };

    private sealed record Asked(DateTime AtUtc, ActorKind By, string? ByReference, string? ByName);
}
