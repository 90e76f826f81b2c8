using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Cases;
using Sweet.Domain.Disputes;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Web.Data;
using Sweet.Web.Email;

namespace Sweet.Web.Cases;

internal static class CaseBook
{
    /// <summary>Resolves what a dispute has settled by itself, with the next save.</summary>
    /// <param name="except">The occurrence that stays, as the dispute stands now.</param>
    public static async Task CloseCases(
        this SweetDbContext db, OpenCaseKind kind, Dispute dispute, int? except, Actor by, DateTime nowUtc, CancellationToken ct)
    {
        var open = await db.OpenCases
            .Where(c => c.Kind == kind && c.ResolvedAtUtc == null && c.ObjectId == dispute.StripeDisputeId && c.Occurrence != except)
            .ToListAsync(ct);
        foreach (var openCase in open) openCase.Resolve(CaseResolution.Noted, CaseReasons.StripeSays(dispute.StripeStatus), by, nowUtc);
    }

    /// <summary>Resolves what only asked whether a seat ends: its student has ended it.</summary>
    public static Task CloseSeatCases(this SweetDbContext db, Order order, DateTime nowUtc, CancellationToken ct) =>
        db.CloseSeatCases(order, CaseReasons.StudentWithdrew, Actor.Student, nowUtc, ct);

    /// <summary>As before: somebody else has ended it.</summary>
    public static async Task CloseSeatCases(
        this SweetDbContext db, Order order, string reason, Actor by, DateTime nowUtc, CancellationToken ct)
    {
        var open = await db.OpenCases.Where(c => c.OrderId == order.Id && c.ResolvedAtUtc == null).ToListAsync(ct);
        foreach (var openCase in open.Where(c => c.IsAboutSeat))
            openCase.Resolve(CaseResolution.Healed, reason, by, nowUtc);
    }

    /// <summary>Tells staff that the balance is short, unless an open case says so.</summary>
    public static async Task OpenBalanceCase(this SweetDbContext db, Refund waiting, Outbox outbox, DateTime nowUtc, CancellationToken ct)
    {
        var cases = db.OpenCases.Where(c => c.Kind == OpenCaseKind.BalanceShort);
        if (await cases.AnyAsync(c => c.ResolvedAtUtc == null, ct)) return;

        var objectId = RefundCases.IdOf(waiting);
        var times = 1 + await cases.CountAsync(c => c.ObjectId == objectId, ct);
        await db.OpenOnce(RefundCases.WaitingForBalance(waiting, times, nowUtc), outbox, ct);
    }

    /// <summary>Those of an order that wait until our account at Stripe holds enough money.</summary>
    public static List<Refund> WaitingForBalance(this Order order) => [.. order.Refunds.Where(r => r.WaitsForBalance)];

    /// <summary>Resolves the cases of a balance that was short, with the next save, once no refund waits for it.</summary>
    /// <param name="waited">Those of one order that waited for it before what is saved next.</param>
    public static async Task CloseBalanceCases(
        this SweetDbContext db, IReadOnlyList<Refund> waited, Actor by, DateTime nowUtc, CancellationToken ct)
    {
        List<int> left = [.. waited.Where(r => !r.WaitsForBalance).Select(r => r.Id)];
        if (left.Count == 0) return;

        var open = await db.OpenCases.Where(c => c.Kind == OpenCaseKind.BalanceShort && c.ResolvedAtUtc == null).ToListAsync(ct);
        if (open.Count == 0 || await db.Refunds.WaitingForBalance().AnyAsync(r => !left.Contains(r.Id), ct)) return;

        foreach (var openCase in open) openCase.Resolve(CaseResolution.Noted, CaseReasons.RefundsLeft, by, nowUtc);
    }
}
