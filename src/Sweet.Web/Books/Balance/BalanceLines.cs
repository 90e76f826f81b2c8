using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Books;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Web.Data;

namespace Sweet.Web.Books.Balance;

/// <summary>Stripe's balance beside our rows, compared in the database.</summary>
public static class BalanceLines
{
    /// <summary>Each with our payment, refund or dispute of the same id.</summary>
    public static IQueryable<BalanceMatch> Matched(this SweetDbContext db, IQueryable<BalanceEntry> entries) =>
        from entry in entries
        join payment in db.Payments on entry.SourceId equals payment.ChargeId into payments
        from payment in payments.DefaultIfEmpty()
        join refund in db.Refunds on entry.SourceId equals refund.StripeRefundId into refunds
        from refund in refunds.DefaultIfEmpty()
        join dispute in db.Disputes on entry.SourceId equals dispute.StripeDisputeId into disputes
        from dispute in disputes.DefaultIfEmpty()
        select new BalanceMatch
        {
            Entry = entry,
            OrderId = (int?)payment.OrderId ?? (int?)refund.OrderId ?? (int?)dispute.OrderId,
            PaymentId = (int?)payment.Id,
            RefundId = (int?)refund.Id,
            Amount = (long?)payment.AmountMinor ?? (long?)refund.AmountMinor ?? (long?)dispute.AmountMinor,
            Currency = payment.Currency ?? refund.Currency ?? dispute.Currency,
            Fee = payment.FeeMinor,
        };

    /// <summary>Those of which Stripe and we say something else.</summary>
    public static IQueryable<BalanceMatch> Differing(this IQueryable<BalanceMatch> matches) => matches.Where(m =>
        m.Entry.Kind == BalanceKind.Other
        || ((m.Entry.Kind == BalanceKind.Payment || m.Entry.Kind == BalanceKind.Refund || m.Entry.Kind == BalanceKind.Dispute)
            && (m.Amount == null || m.Currency != m.Entry.Currency
                || (m.Amount != m.Entry.AmountMinor && m.Amount != -m.Entry.AmountMinor)
                || (m.Fee != null && m.Fee != m.Entry.FeeMinor))));

    public static async Task<List<BalanceLine>> Lines(this SweetDbContext db, IQueryable<BalanceMatch> matches, CancellationToken ct)
    {
        var rows = await matches.Select(m => new
        {
            Match = m,
            Payout = m.Entry.Payout!.StripeId,
            EnrollmentId = db.Orders.Where(o => o.Id == m.OrderId).Max(o => (int?)o.EnrollmentId),
            Number = db.Orders.Where(o => o.Id == m.OrderId).Max(o => o.Enrollment.Number),
            Receipt = db.Documents.Where(d => d.Kind == DocumentKind.Receipt && d.PaymentId == m.PaymentId).Max(d => d.Number),
            // Money of a refund that comes in again is one that did not arrive.
            Note = db.Documents
                .Where(d => d.RefundId == m.RefundId
                    && d.Kind == (m.Entry.AmountMinor > 0 ? DocumentKind.Reversal : DocumentKind.CreditNote))
                .Max(d => d.Number),
        }).ToListAsync(ct);
        return rows.ConvertAll(r => LineOf(r.Match) with
        {
            Payout = r.Payout,
            EnrollmentId = r.EnrollmentId,
            EnrollmentNumber = r.Number,
            Document = r.Receipt ?? r.Note,
        });
    }

    /// <summary>Payments at Stripe that its balance does not have; as far as it was read.</summary>
    public static IQueryable<Payment> MissingAtStripe(this SweetDbContext db, DateTime fromUtc, DateTime untilUtc) => db.Payments.Where(p =>
        p.Status == PaymentStatus.Succeeded && p.ChargeId != null && p.CapturedAtUtc >= fromUtc && p.CapturedAtUtc < untilUtc
        && !db.BalanceEntries.Any(e => e.SourceId == p.ChargeId));

    /// <summary>As before, refunds that arrived; what was returned outside Stripe is none of its balance.</summary>
    public static IQueryable<Refund> RefundsMissingAtStripe(this SweetDbContext db, DateTime fromUtc, DateTime untilUtc) =>
        db.Refunds.Where(r =>
            r.Status == RefundStatus.Succeeded && r.Origin != RefundOrigin.Outside && r.SettledAtUtc >= fromUtc && r.SettledAtUtc < untilUtc
            && !db.BalanceEntries.Any(e => e.SourceId == r.StripeRefundId));

    private static BalanceLine LineOf(BalanceMatch match)
    {
        var entry = match.Entry;
        return new BalanceLine
        {
            Id = entry.Id,
            StripeId = entry.StripeId,
            Type = entry.Type,
            Kind = entry.Kind,
            Amount = new Money(entry.AmountMinor, entry.Currency),
            Fee = new Money(entry.FeeMinor, entry.Currency),
            SourceId = entry.SourceId,
            AtUtc = entry.CreatedAtUtc,
            Ours = match.Amount is { } amount ? new Money(amount, match.Currency!) : null,
            OurFeeMinor = match.Fee,
        };
    }
}

/// <summary>Null where we have no row of it.</summary>
public sealed record BalanceMatch
{
    public required BalanceEntry Entry { get; init; }

    public int? OrderId { get; init; }

    public int? PaymentId { get; init; }

    public int? RefundId { get; init; }

    public long? Amount { get; init; }

    public string? Currency { get; init; }

    public long? Fee { get; init; }
}
