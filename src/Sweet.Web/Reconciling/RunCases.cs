using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Cases;
using Sweet.Domain.Orders;
using Sweet.Domain.Reconciliation;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Restoring;

namespace Sweet.Web.Reconciling;

/// <summary>What a run has to tell a person. The caller saves.</summary>
public sealed class RunCases(SweetDbContext db, EndOfRestoration endOfRestoration, Outbox outbox)
{
    /// <summary>Opens a case for each object that failed in the run before this one too.</summary>
    /// <returns>The same objects, with whether a case stands for them.</returns>
    public async Task<IReadOnlyList<Setback>> Open(
        ReconciliationRun run, IReadOnlyList<Setback> setbacks, DateTime nowUtc, CancellationToken ct)
    {
        if (setbacks.Count == 0) return setbacks;

        var before = await db.ReconciliationRuns.AsNoTracking().Where(r => r.Id < run.Id && r.EndedAtUtc != null)
            .OrderByDescending(r => r.Id).FirstOrDefaultAsync(ct);
        List<Setback> told = [];
        foreach (var setback in setbacks) told.Add(setback with { Case = await CaseOf(setback, before, nowUtc, ct) });
        return told;
    }

    public Task OpenGap(ReconciliationRun last, DateTime nowUtc, CancellationToken ct) =>
        db.OpenOnce(SiteCases.Gap(last, nowUtc), outbox, ct);

    public Task EndRestoration(ReconciliationRun run, DateTime nowUtc, CancellationToken ct) => endOfRestoration.Reach(run, nowUtc, ct);

    private async Task<SetbackCase> CaseOf(Setback setback, ReconciliationRun? before, DateTime nowUtc, CancellationToken ct)
    {
        var cases = await db.OpenCases.Where(c => c.Kind == OpenCaseKind.UnsettledAtStripe && c.ObjectId == setback.Id).ToListAsync(ct);
        if (cases.Exists(c => c.IsOpen)) return SetbackCase.Open;
        if (cases.Exists(c => c.Resolution != CaseResolution.Healed)) return SetbackCase.Noted;
        if (before?.FailedIds.Contains(setback.Id, StringComparer.Ordinal) != true) return SetbackCase.None;

        await db.OpenOnce(SiteCases.Unsettled(setback, cases.Count + 1, await OrderOf(setback.Id, ct), nowUtc), outbox, ct);
        return SetbackCase.Open;
    }

    private Task<Order?> OrderOf(string objectId, CancellationToken ct) =>
        db.Orders.Include(o => o.Enrollment).FirstOrDefaultAsync(
            o => o.Checkouts.Any(c => c.SessionId == objectId) || o.Payments.Any(p => p.PaymentIntentId == objectId)
                || o.Refunds.Any(r => r.StripeRefundId == objectId) || o.Disputes.Any(d => d.StripeDisputeId == objectId),
            ct);
}
