using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Books;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Web.Data;
using Sweet.Web.Wording.Receipts;

namespace Sweet.Web.Features.Staff.BookMonths;

/// <summary>Money that came or went outside Stripe, on the day that staff say.</summary>
/// <param name="Amount">Below zero for what was returned.</param>
public sealed record OutsideLine(DateTime AtUtc, Money Amount, bool IsReturn, int EnrollmentId, string EnrollmentNumber)
{
    public string What => IsReturn ? "Returned outside Stripe" : "Received outside Stripe";

    /// <summary>How, and what the accountant finds it by.</summary>
    public required string Reference { get; init; }

    /// <summary>The number of the receipt or credit note; null where there is none.</summary>
    public string? Document { get; init; }
}

/// <param name="Amount">Below zero for what was returned.</param>
public sealed record OutsideTotal(string What, int Count, Money Amount);

public static class OutsideLines
{
    /// <summary>All of a month, the oldest first.</summary>
    public static async Task<List<OutsideLine>> OutsideLinesOf(this SweetDbContext db, OfficeMonth month, CancellationToken ct)
    {
        var (fromUtc, untilUtc) = (month.FromUtc, month.UntilUtc);
        var payments = db.Payments
            .Where(p => p.Status == PaymentStatus.Succeeded && p.OutsideWay != null)
            .Where(p => p.CapturedAtUtc >= fromUtc && p.CapturedAtUtc < untilUtc)
            .Select(p => new
            {
                p.Id,
                p.OrderId,
                At = p.CapturedAtUtc!.Value,
                p.AmountMinor,
                p.Currency,
                p.OutsideWay,
                p.OutsideReference,
                IsReturn = false,
            });
        var returns = db.Refunds
            .Where(r => r.Status == RefundStatus.Succeeded && r.Origin == RefundOrigin.Outside)
            .Where(r => r.SettledAtUtc >= fromUtc && r.SettledAtUtc < untilUtc)
            .Select(r => new
            {
                r.Id,
                r.OrderId,
                At = r.SettledAtUtc!.Value,
                r.AmountMinor,
                r.Currency,
                r.OutsideWay,
                r.OutsideReference,
                IsReturn = true,
            });
        var rows = await payments.Concat(returns).Join(db.Orders, m => m.OrderId, o => o.Id, (m, o) => new
        {
            Move = m,
            o.EnrollmentId,
            o.Enrollment.Number,
            Receipt = db.Documents.Where(d => d.Kind == DocumentKind.Receipt && d.PaymentId == m.Id).Max(d => d.Number),
            Note = db.Documents.Where(d => d.Kind == DocumentKind.CreditNote && d.RefundId == m.Id).Max(d => d.Number),
        }).OrderBy(r => r.Move.At).ThenBy(r => r.Move.IsReturn).ThenBy(r => r.Move.Id).ToListAsync(ct);
        return rows.ConvertAll(r => new OutsideLine(
            r.Move.At, new Money(r.Move.IsReturn ? -r.Move.AmountMinor : r.Move.AmountMinor, r.Move.Currency), r.Move.IsReturn,
            r.EnrollmentId, r.Number)
        {
            Reference = PaymentMethodText.OutsideInWords(r.Move.OutsideWay!.Value, r.Move.OutsideReference),
            Document = r.Move.IsReturn ? r.Note : r.Receipt,
        });
    }
}
