using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.ByHand;
using Sweet.Domain.Orders;
using Sweet.Domain.Transfers;
using Sweet.Web.Books.Documents;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Wording.Receipts;

namespace Sweet.Web.Features.Staff.Invoices;

/// <summary>Shows an invoice, writes down that it was paid, or waits for it longer.</summary>
public sealed class KeepInvoice(SweetDbContext db, TimeProvider clock)
{
    /// <returns>Null if the enrollment has no invoice.</returns>
    public async Task<InvoicePage?> Read(int enrollmentId, CancellationToken ct)
    {
        var enrollment = await db.Enrollments.AtOnce().SingleOrDefaultAsync(e => e.Id == enrollmentId, ct);
        if (enrollment?.Order is not { InvoiceDueOn: { } dueOn } order) return null;

        return new InvoicePage(enrollmentId, enrollment.FullName, enrollment.Number, enrollment.Status, order.Total, dueOn)
        {
            InvoiceNumber = order.InvoiceNumber,
            PayerName = order.PayerName,
            PayerAddress = order.PayerAddress,
            PayerEmail = order.PayerEmail,
            IsOpen = order.IsUnpaidInvoice(),
            MayBePaid = order.MayStillBePaid(),
            MayBeReturned = !enrollment.IsLive && !order.Left().IsZero,
            IsOver = dueOn < OfficeTime.DayOf(clock.GetUtcNow().UtcDateTime),
            Together = order.GroupKey is { } key && order.IsUnpaidInvoice()
                ? await db.Orders.UnpaidInvoices().CountAsync(o => o.GroupKey == key, ct) : 1,
            PaidBy = order.Payments is [var payment, ..] ? PaymentMethodText.InWords(payment) : null,
        };
    }

    /// <param name="received">Its sum is that of each order.</param>
    /// <param name="isForAll">One payment for all of the list that were enrolled together and are not paid.</param>
    public Task<InvoiceAnswer> Pay(int enrollmentId, OutsideMoney received, bool isForAll, Actor by, CancellationToken ct) => Change(
        enrollmentId,
        order => order.MayStillBePaid(),
        async (order, nowUtc) =>
        {
            var paid = isForAll && order.IsUnpaidInvoice() ? await Together(order, ct) : [order];
            foreach (var one in paid) one.PayInvoice(received.Way, received.Reference, received.ReceivedAtUtc, by, nowUtc);
            await db.IssueDocuments(paid, nowUtc, ct);
        },
        ct);

    public Task<InvoiceAnswer> WaitUntil(int enrollmentId, DateOnly dueOn, string? why, bool isForAll, Actor by, CancellationToken ct) =>
        Change(
            enrollmentId,
            order => order.IsUnpaidInvoice(),
            async (order, nowUtc) =>
            {
                foreach (var one in isForAll ? await Together(order, ct) : [order]) one.WaitForInvoice(dueOn, why, by, nowUtc);
            },
            ct);

    // All of a list are in one cohort, which is locked.
    private async Task<IReadOnlyList<Order>> Together(Order order, CancellationToken ct) =>
        order.GroupKey is not { } key
            ? [order]
            : await db.Orders.UnpaidInvoices().Where(o => o.GroupKey == key).Include(o => o.Enrollment).Include(o => o.Payments)
                .Include(o => o.Refunds).OrderBy(o => o.Id).AsSplitQuery().ToListAsync(ct);

    private async Task<InvoiceAnswer> Change(
        int enrollmentId, Func<Order, bool> isAllowed, Func<Order, DateTime, Task> change, CancellationToken ct)
    {
        if (await db.FindInCohort(e => e.Id == enrollmentId && e.Order.InvoiceDueOn != null, ct) is not { } found)
            return InvoiceAnswer.NoSuchInvoice;

        return await db.InTransaction(
            async transaction =>
            {
                var order = (await db.LockEnrollment(found, ct)).Order;
                if (!isAllowed(order)) return InvoiceAnswer.NotOpen;

                await change(order, clock.GetUtcNow().UtcDateTime);
                await transaction.SaveAndCommit(ct);
                return InvoiceAnswer.Done;
            },
            ct);
    }
}

public enum InvoiceAnswer
{
    NoSuchInvoice,
    NotOpen,
    Done,
}
