using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Web.Data.Leases;

namespace Sweet.Web.Data;

/// <summary>It carries a fencing number: an instance that slept past the end of its turn saves nothing any more.</summary>
public sealed class WorkerTurn(SweetDbContext db, SeenLeases seen, TimeProvider clock)
{
    /// <summary>An instance that died keeps the others waiting no longer than this.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    private static readonly string Holder = HolderName();

    private string name = "";
    private long? fence;

    /// <returns>False while another instance has the turn.</returns>
    public async Task<bool> Take(string work, CancellationToken ct)
    {
        await MakeSureOfRow(work, ct);
        name = work;
        var lease = await db.WorkerLeases.AsNoTracking().SingleAsync(l => l.Name == work, ct);
        var isFree = lease.Holder is null || seen.HasLapsed(LeaseOf(work), lease.Fence, lease.LeasedUntilUtc, Length);
        fence = isFree ? await TakeOver(lease, clock.GetUtcNow().UtcDateTime + Length, ct) : null;
        return fence is not null;
    }

    private static string LeaseOf(string work) => $"work {work}";

    /// <returns>Its new number, or null if it has changed since it was seen: another instance was quicker, or it was renewed.</returns>
    private async Task<long?> TakeOver(WorkerLease lease, DateTime endsAtUtc, CancellationToken ct)
    {
        var (work, number, untilUtc) = (lease.Name, lease.Fence, lease.LeasedUntilUtc);
        var rows = await db.InTransaction(
            async transaction =>
            {
                var taken = await db.WorkerLeases.Where(l => l.Name == work && l.Fence == number && l.LeasedUntilUtc == untilUtc)
                    .ExecuteUpdateAsync(
                        set => set
                            .SetProperty(l => l.Holder, Holder)
                            .SetProperty(l => l.Fence, l => l.Fence + 1)
                            .SetProperty(l => l.LeasedUntilUtc, endsAtUtc),
                        ct);
                await transaction.SaveAndCommit(ct);
                return taken;
            },
            ct);
        if (rows == 0) return null;

        seen.Note(LeaseOf(work), number + 1, endsAtUtc);
        return number + 1;
    }

    /// <summary>
    /// First statement of a transaction that must not outlive the turn: renews it, and keeps others from taking it until
    /// the transaction ends. A round by hand has no turn, and nothing happens.
    /// </summary>
    /// <exception cref="TurnLostException">Another instance has taken over.</exception>
    public async Task Insist(CancellationToken ct)
    {
        if (fence is null) return;

        var endsAtUtc = clock.GetUtcNow().UtcDateTime + Length;
        var rows = await Mine().ExecuteUpdateAsync(set => set.SetProperty(l => l.LeasedUntilUtc, endsAtUtc), ct);
        if (rows == 0) throw new TurnLostException(name);
    }

    /// <summary>Before each part of a long round: renews the turn, or ends the round.</summary>
    /// <exception cref="TurnLostException">Another instance has taken over.</exception>
    public Task Keep(CancellationToken ct) =>
        fence is null
            ? Task.CompletedTask
            : db.InTransaction(
                async transaction =>
                {
                    await Insist(ct);
                    await transaction.SaveAndCommit(ct);
                },
                ct);

    /// <summary>Lets the next instance begin at once. Affects nothing if another has taken over.</summary>
    /// <param name="isComplete">Whether the round came to its end.</param>
    public async Task GiveBack(bool isComplete)
    {
        if (fence is null) return;

        var nowUtc = clock.GetUtcNow().UtcDateTime;
        await db.InTransaction(
            async transaction =>
            {
                if (isComplete) await Mine().ExecuteUpdateAsync(set => set.SetProperty(l => l.CompletedAtUtc, nowUtc));
                await Mine().ExecuteUpdateAsync(set => set.SetProperty(l => l.Holder, (string?)null));
                await transaction.SaveAndCommit(CancellationToken.None);
            },
            CancellationToken.None);
        fence = null;
    }

    /// <summary>Of a work that all instances do at once: lets a watch know of it before it has come to any end.</summary>
    public Task Announce(string work, CancellationToken ct) => MakeSureOfRow(work, ct);

    /// <summary>Such a work has come to the end of a round on this instance.</summary>
    public Task Sign(string work, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                await db.WorkerLeases.Where(l => l.Name == work)
                    .ExecuteUpdateAsync(set => set.SetProperty(l => l.CompletedAtUtc, nowUtc), ct);
                await transaction.SaveAndCommit(ct);
            },
            ct);

    private IQueryable<WorkerLease> Mine()
    {
        var (work, number) = (name, fence);
        return db.WorkerLeases.Where(l => l.Name == work && l.Fence == number);
    }

    private async Task MakeSureOfRow(string work, CancellationToken ct)
    {
        if (await db.WorkerLeases.AnyAsync(l => l.Name == work, ct)) return;

        await db.InTransaction(
            async transaction =>
            {
                await db.MakeLease(work, clock.GetUtcNow().UtcDateTime, ct);
                await transaction.SaveAndCommit(ct);
            },
            ct);
    }

    private static string HolderName()
    {
        var id = $"{Environment.ProcessId}-{RandomText.Readable(6)}";
        var room = WorkerLease.HolderMaxLength - id.Length - 1;
        return $"{Environment.MachineName.CutTo(room)}-{id}";
    }
}

/// <summary>This instance slept past the end of its turn; what it was about to save is another's to do.</summary>
public sealed class TurnLostException(string work) : Exception($"Another instance has taken over {work}.");
