using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.ByHand;
using Sweet.Domain.Orders;
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
            IsOver = dueOn < OfficeTime.DayOf(clock.GetUtcNow().UtcDateTime),
            PaidBy = order.Payments is [var payment, ..] ? PaymentMethodText.InWords(payment) : null,
        };
    }

    public Task<InvoiceAnswer> Pay(int enrollmentId, OutsideWay way, string reference, DateTime receivedAtUtc, Actor by, CancellationToken ct) =>
        Change(enrollmentId, (order, nowUtc) => order.PayInvoice(way, reference, receivedAtUtc, by, nowUtc), ct);

    public Task<InvoiceAnswer> WaitUntil(int enrollmentId, DateOnly dueOn, string? why, Actor by, CancellationToken ct) =>
        Change(enrollmentId, (order, nowUtc) => order.WaitForInvoice(dueOn, why, by, nowUtc), ct);

    private async Task<InvoiceAnswer> Change(int enrollmentId, Action<Order, DateTime> change, CancellationToken ct)
    {
        if (await db.FindInCohort(e => e.Id == enrollmentId && e.Order.InvoiceDueOn != null, ct) is not { } found) return InvoiceAnswer.NoSuchInvoice;

        return await db.InTransaction(
            async transaction =>
            {
                var order = (await db.LockEnrollment(found, ct)).Order;
                if (!order.IsUnpaidInvoice()) return InvoiceAnswer.NotOpen;

                change(order, clock.GetUtcNow().UtcDateTime);
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
