using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sweet.Domain;
using Sweet.Domain.ByHand;
using Sweet.Domain.Disputes;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Web.Books.Documents;
using Sweet.Web.Data;
using Sweet.Web.Hosting;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Receipts;

namespace Sweet.Web.Features.Students.Receipts;

/// <summary>Reads a receipt through the link token; there is none before something was paid or confirmed.</summary>
public sealed class ReceiptPages(SweetDbContext db, IOptions<SiteOptions> site)
{
    public async Task<ReceiptPage?> Read(string token, CancellationToken ct)
    {
        var enrollment = await db.Enrollments.AtOnce().OpenedBy(token).SingleOrDefaultAsync(ct);
        if (enrollment is null || (enrollment.Order.Paid.IsZero && enrollment.ConfirmedAtUtc is null)) return null;

        var order = enrollment.Order;
        List<ReceiptMove> goneBack =
            [.. ReceiptText.RefundsOf(order).Select(MoveOf), .. ReceiptText.TakenByBankFrom(order).Select(MoveOf)];
        return new ReceiptPage(
            token, enrollment.Number, enrollment.FullName, order.PayerName ?? enrollment.FullName, order.PayerAddress,
            new ReceiptCourse(enrollment.Cohort.Course.FullTitle, enrollment.Cohort.TimeZone, ReceiptText.ClassDates(enrollment.Cohort)),
            ReceiptText.IssuedAtUtc(enrollment),
            [.. order.Lines.Select(l => new ReceiptLine(l.Description, new Money(l.AmountMinor, order.Currency)))],
            ReceiptText.Tax(order),
            order.Total,
            [.. ReceiptText.PaymentsOf(order).Select(MoveOf), .. goneBack],
            goneBack.Count > 0 ? ReceiptText.Remaining(order) : [],
            Issuer.Of(site.Value))
        {
            IsInvoiced = order.IsUnpaidInvoice(),
            Documents = await db.Documents
                .Where(d => d.OrderId == order.Id || d.Order.EnrollmentId == enrollment.TransferredFromId).Listed().ToListAsync(ct),
        };
    }

    private static ReceiptMove MoveOf(Payment payment) => new(
        "Paid on", ReceiptText.PaidAtUtc(payment), PaymentMethodText.InWords(payment) ?? "Stripe", payment.Amount.Exact());

    private static ReceiptMove MoveOf(Refund refund) => new(
        ReceiptText.WhatOf(refund), ReceiptText.WhenOf(refund), Method: null, ReceiptText.AmountOf(refund));

    private static ReceiptMove MoveOf(Dispute lost) => new(
        "Given back by the bank on", lost.ClosedAtUtc!.Value, Method: null, ReceiptText.AmountOf(lost));
}
