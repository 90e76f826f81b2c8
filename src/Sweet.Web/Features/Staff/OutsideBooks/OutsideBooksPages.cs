using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.ByHand;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Wording.Receipts;

namespace Sweet.Web.Features.Staff.OutsideBooks;

public sealed class OutsideBooksPages(SweetDbContext db, TimeProvider clock)
{
    private const int Size = 50;
    private const int Most = 200;

    /// <param name="find">A reference, or the beginning of one; "" for all.</param>
    public async Task<OutsideBooksPage> Read(string find, int number, CancellationToken ct)
    {
        var invoices = await Owed(db.Orders.UnpaidInvoices().OrderBy(o => o.InvoiceDueOn).ThenBy(o => o.Id)).ToListAsync(ct);
        var ended = await Owed(db.Orders.EndedInvoices().OrderByDescending(o => o.Enrollment.EndedAtUtc).ThenBy(o => o.Id)).ToListAsync(ct);
        var returns = await db.Refunds.AsNoTracking().ToReturn().OrderBy(r => r.Id).Take(Most)
            .Select(r => new ReturnToMake(
                r.Id, (r.Order.Enrollment.FirstName + " " + r.Order.Enrollment.LastName).Trim(), r.Order.Enrollment.Number,
                new Money(r.AmountMinor, r.Currency), r.Order.PayerName, r.RequestedAtUtc))
            .ToListAsync(ct);
        return new OutsideBooksPage(find, OfficeTime.DayOf(clock.GetUtcNow().UtcDateTime), await Received(find, number, ct))
        {
            Invoices = invoices,
            Ended = ended,
            Returns = returns,
        };
    }

    private static IQueryable<OwedMoney> Owed(IOrderedQueryable<Order> orders) =>
        orders.AsNoTracking().Take(Most).Select(o => new OwedMoney(
            o.EnrollmentId, (o.Enrollment.FirstName + " " + o.Enrollment.LastName).Trim(), o.Enrollment.Number,
            new Money(o.TotalMinor, o.Currency), o.PayerName, o.InvoiceDueOn!.Value, o.InvoiceNumber));

    private async Task<Paged<ReceivedMoney>> Received(string find, int number, CancellationToken ct)
    {
        var found = db.Payments.AsNoTracking().Where(p => p.OutsideReference != null);
        if (find.Length > 0)
        {
            var like = LikeText.Around(find);
            found = found.Where(p => EF.Functions.Like(p.OutsideReference!, like, LikeText.Escape));
        }

        var total = await found.CountAsync(ct);
        var rows = await found.OrderByDescending(p => p.Id).Skip((number - 1) * Size).Take(Size)
            .Select(p => new
            {
                Payment = p,
                p.Order.EnrollmentId,
                Name = (p.Order.Enrollment.FirstName + " " + p.Order.Enrollment.LastName).Trim(),
                p.Order.Enrollment.Number,
                p.Order.PayerName,
            })
            .ToListAsync(ct);
        return new Paged<ReceivedMoney>(
            rows.ConvertAll(r => new ReceivedMoney(
                r.EnrollmentId, r.Name, r.Number, r.Payment.Amount, r.PayerName, PaymentMethodText.InWords(r.Payment)!,
                ReceiptText.PaidAtUtc(r.Payment))),
            number, total, Size);
    }
}
