using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Disputes;
using Sweet.Domain.Orders;
using Sweet.Domain.Reconciliation;
using Sweet.Domain.Refunds;
using Sweet.Web.Data;
using Sweet.Web.Settling;

namespace Sweet.Web.Reconciling;

/// <summary>What is open with us, to be asked for at Stripe one by one: however old it is, and whatever Stripe's lists show.</summary>
public sealed class OurRows(SweetDbContext db, SettleCheckout settleCheckout, SettleRefund settleRefund, SettleDispute settleDispute)
{
    private const int Size = 20;

    /// <param name="cursor">The id of the last row that was dealt with.</param>
    public async Task<Batch> Next(ReconciliationStep step, string? cursor, Actor by, CancellationToken ct)
    {
        var after = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
        return step switch
        {
            ReconciliationStep.OurCheckouts =>
                BatchOf(await Checkouts(after, ct), (id, token) => settleCheckout.Settle(id, by, notice: null, token)),
            ReconciliationStep.OurRefunds =>
                BatchOf(await Refunds(after, ct), (id, token) => settleRefund.Settle(id, by, notice: null, token)),
            ReconciliationStep.OurDisputes =>
                BatchOf(await Disputes(after, ct), (id, token) => settleDispute.Settle(id, by, notice: null, token)),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
        };
    }

    private Task<List<Row>> Checkouts(int after, CancellationToken ct) =>
        db.Checkouts
            .Where(c => c.Id > after && c.SessionId != null && (c.Status == CheckoutStatus.Open
                || c.Order.Payments.Any(p => p.CheckoutId == c.Id && p.Status == PaymentStatus.Processing)))
            .OrderBy(c => c.Id).Take(Size).Select(c => new Row(c.Id, c.SessionId!)).ToListAsync(ct);

    private Task<List<Row>> Refunds(int after, CancellationToken ct) =>
        db.Refunds
            .Where(r => r.Id > after && r.StripeRefundId != null
                && (r.Status == RefundStatus.Pending || r.Status == RefundStatus.RequiresAction))
            .OrderBy(r => r.Id).Take(Size).Select(r => new Row(r.Id, r.StripeRefundId!)).ToListAsync(ct);

    private Task<List<Row>> Disputes(int after, CancellationToken ct) =>
        db.Disputes
            .Where(d => d.Id > after && d.Status == DisputeStatus.Open)
            .OrderBy(d => d.Id).Take(Size).Select(d => new Row(d.Id, d.StripeDisputeId)).ToListAsync(ct);

    private static Batch BatchOf(List<Row> rows, Func<string, CancellationToken, Task> settle) => new(
        [.. rows.Select(row => new Unsettled(row.StripeId, token => settle(row.StripeId, token)))],
        rows.Count < Size ? null : rows[^1].Id.ToString(CultureInfo.InvariantCulture),
        Calls: 0);

    private sealed record Row(int Id, string StripeId);
}
