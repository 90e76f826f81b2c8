using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Reconciliation;
using Sweet.Web.Data;

namespace Sweet.Web.Reconciling;

/// <summary>Keeps how far a reconciliation came, so that the next turn goes on there, on whichever instance.</summary>
public sealed partial class RunBook(SweetDbContext db, WorkerTurn turn, RunCases cases, TimeProvider clock, ILogger<RunBook> log)
{
    /// <summary>The run under way, or a new one.</summary>
    public Task<ReconciliationRun> Current(CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                await turn.Insist(ct);
                var run = await db.ReconciliationRuns.OrderByDescending(r => r.Id).FirstOrDefaultAsync(r => r.EndedAtUtc == null, ct);
                var restoredAtUtc = await db.Restorations.MaxAsync(r => (DateTime?)r.RestoredAtUtc, ct);
                if (run is not null && !(run.StartedAtUtc < restoredAtUtc)) return run;

                run?.GiveUp(clock.GetUtcNow().UtcDateTime);
                run = await Begin(ct);
                await transaction.SaveAndCommit(ct);
                return run;
            },
            ct);

    /// <param name="cursor">The last object that was dealt with; null: the step is at its end.</param>
    /// <returns>The run as it is now.</returns>
    /// <exception cref="TurnLostException">Another has gone on with the run meanwhile.</exception>
    public async Task<ReconciliationRun> GoOn(ReconciliationRun from, string? cursor, IReadOnlyList<Setback> setbacks, CancellationToken ct)
    {
        try
        {
            return await Save(from, cursor, setbacks, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new TurnLostException(Reconcile.Work);
        }
    }

    private Task<ReconciliationRun> Save(ReconciliationRun from, string? cursor, IReadOnlyList<Setback> setbacks, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                await turn.Insist(ct);
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                var run = await db.ReconciliationRuns.SingleAsync(r => r.Id == from.Id, ct);
                if (run.Version != from.Version) throw new TurnLostException(Reconcile.Work);

                run.GoOn(cursor, await cases.Open(run, setbacks, nowUtc, ct), nowUtc);
                if (run.HasSeenAll) await cases.EndRestoration(run, nowUtc, ct);
                await transaction.SaveAndCommit(ct);
                return run;
            },
            ct);

    private async Task<ReconciliationRun> Begin(CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var last = await db.ReconciliationRuns.Complete().FirstOrDefaultAsync(ct);
        var lastDeep = await db.ReconciliationRuns.Complete().Where(r => r.IsDeep)
            .Select(r => (DateTime?)r.StartedAtUtc).FirstOrDefaultAsync(ct);
        var run = new ReconciliationRun(last?.StartedAtUtc, lastDeep, nowUtc);
        db.ReconciliationRuns.Add(run);
        if (ReconciliationRun.IsGap(last?.StartedAtUtc, nowUtc))
        {
            Gap(last!.StartedAtUtc);
            await cases.OpenGap(last, nowUtc, ct);
        }

        return run;
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "Nothing was compared with Stripe since {LastUtc}, for longer than Stripe lists its events; "
            + "all objects made since are compared now")]
    private partial void Gap(DateTime lastUtc);
}
