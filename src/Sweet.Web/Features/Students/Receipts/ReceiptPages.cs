using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sweet.Domain;
using Sweet.Domain.Orders;
using Sweet.Web.Data;
using Sweet.Web.Hosting;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Students.Receipts;

/// <summary>Reads a receipt through the link token; there is none before something was paid or confirmed.</summary>
public sealed class ReceiptPages(SweetDbContext db, IOptions<SiteOptions> site)
{
    public async Task<ReceiptPage?> Read(string token, CancellationToken ct)
    {
        var enrollment = await db.Enrollments.AtOnce().SingleOrDefaultAsync(e => e.LinkToken == token, ct);
        if (enrollment is null || (enrollment.Order.Paid.IsZero && enrollment.ConfirmedAtUtc is null)) return null;

        var order = enrollment.Order;
        return new ReceiptPage(
            token, enrollment.Number, enrollment.FullName, order.PayerName ?? enrollment.FullName, order.PayerAddress,
            enrollment.Cohort.Course.FullTitle, enrollment.Cohort.TimeZone,
            [.. order.Lines.Select(l => new ReceiptLine(l.Description, new Money(l.AmountMinor, order.Currency)))],
            order.Total,
            [.. order.Payments.Where(p => p.Status == PaymentStatus.Succeeded).Select(PaymentOf)],
            [.. order.Refunds.Select(r => new ReceiptRefund(r.Amount, r.Status, r.RequestedAtUtc))],
            new Issuer(site.Value.LegalName, site.Value.LegalAddress, site.Value.HelpEmail));
    }

    private static ReceiptPayment PaymentOf(Payment payment) => new(
        payment.Amount, payment.Method is { } method ? PaymentMethodText.InWords(method) : "Stripe", payment.SettledAtUtc!.Value);
}
