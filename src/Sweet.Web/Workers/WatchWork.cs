using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Reconciliation;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters;
using Sweet.Web.Workers.Loop;

namespace Sweet.Web.Workers;

/// <summary>Of a worker, or the reconciliation, that has not ended for too long: one email each time that it falls silent.</summary>
/// <remarks>
/// Runs on every instance, since a single watch could fall silent with the rest. What names the fact is the last moment
/// that it came to its end: it stays the same until the work has recovered.
/// </remarks>
public sealed partial class WatchWork(
    SweetDbContext db, Outbox outbox, WatchedWork watched, TimeProvider clock, ILogger<WatchWork> log) : IWork
{
    public static readonly TimeSpan TooLong = TimeSpan.FromMinutes(30);

    public string Name => "watch";

    public async Task RunOnce(CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        // Where all instances stood still, the others get the time for a round.
        if (!watched.HasRunLongEnough(nowUtc)) return;

        var silences = await Overdue(nowUtc, ct);
        if (silences.Count > 0) await Tell(silences, nowUtc, ct);
    }

    private async Task<List<Silence>> Overdue(DateTime nowUtc, CancellationToken ct)
    {
        var earliest = nowUtc - TooLong;
        var names = watched.Names;
        var silent = await db.WorkerLeases.Where(l => names.Contains(l.Name) && (l.CompletedAtUtc ?? l.CreatedAtUtc) < earliest)
            .Select(l => new Silence($"The worker \"{l.Name}\"", $"worker {l.Name}", l.CompletedAtUtc ?? l.CreatedAtUtc)).ToListAsync(ct);
        var complete = await db.ReconciliationRuns.Complete().Select(r => r.CompletedAtUtc).FirstOrDefaultAsync(ct)
            ?? await db.ReconciliationRuns.MinAsync(r => (DateTime?)r.StartedAtUtc, ct);
        if (complete < earliest) silent.Add(new Silence("The reconciliation with Stripe", "reconciliation", complete.Value));
        return silent;
    }

    private async Task Tell(List<Silence> silences, DateTime nowUtc, CancellationToken ct)
    {
        var told = await db.InTransaction(
            async transaction =>
            {
                // Two instances that notice it at once take turns, so that one of them tells it.
                await db.WorkerLeases.Lock(l => l.Holder, ct);
                foreach (var silence in silences) await outbox.StaffNotice(silence.Fact, silence.Subject, silence.Text, nowUtc, ct);
                return await transaction.SaveAndCommit(ct);
            },
            ct);
        if (told == 0) return;

        foreach (var silence in silences) Silent(silence.What, silence.SinceUtc);
    }

    private sealed record Silence(string What, string Name, DateTime SinceUtc)
    {
        public string Fact => $"{Name} silent since {FactNames.Moment(SinceUtc)}";

        public string Subject => $"{What} has not finished for {TooLong.TotalMinutes:0} minutes";

        public string Text => $"{What} last finished at {SinceUtc.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC. "
            + "The site's log says why; docs/operations.md says what to do. You get one email about it until it recovers.";
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{What} has not finished since {SinceUtc}")]
    private partial void Silent(string what, DateTime sinceUtc);
}

/// <summary>All works of the site, the watch itself too, and since when this instance watches them.</summary>
public sealed class WatchedWork(IServiceScopeFactory scopes, IEnumerable<KnownWork> known)
{
    private static readonly TimeSpan TimeForARound = TimeSpan.FromMinutes(5);

    private readonly Lazy<IReadOnlyList<string>> names = new(() => NamesOf(scopes, known));
    private long firstTicks;

    public IReadOnlyList<string> Names => names.Value;

    public bool HasRunLongEnough(DateTime nowUtc)
    {
        Interlocked.CompareExchange(ref firstTicks, nowUtc.Ticks, 0);
        return nowUtc.Ticks - Interlocked.Read(ref firstTicks) >= TimeForARound.Ticks;
    }

    private static List<string> NamesOf(IServiceScopeFactory scopes, IEnumerable<KnownWork> known)
    {
        using var scope = scopes.CreateScope();
        return [.. known.Select(one => ((IWork)scope.ServiceProvider.GetRequiredService(one.Type)).Name)];
    }
}
