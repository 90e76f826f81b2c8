using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Sweet.Web.Data.Faults;
using Sweet.Web.Data.Leases;

namespace Sweet.Web.Data;

/// <summary>What <see cref="SweetDbContext.InTransaction{T}"/> lends to its work.</summary>
/// <param name="mark">Set where a work is repeated after a passing fault: tells whether a commit without an answer has happened.</param>
public sealed class SweetTransaction(SweetDbContext db, IDbContextTransaction transaction, Guid? mark = null)
{
    /// <summary>Together a few seconds: so long the page of the request waits anyway.</summary>
    private static readonly TimeSpan[] WaitsToAsk =
        [TimeSpan.Zero, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    private bool isCommitted;

    /// <summary>Saves what is tracked and commits: the last statement of a work that changes something.</summary>
    /// <returns>How many rows were saved.</returns>
    public async Task<int> SaveAndCommit(CancellationToken ct)
    {
        if (mark is { } id) db.Add(new CommittedWork(id));
        var rows = await db.SaveChangesAsync(ct);
        await Commit(ct);
        isCommitted = true;
        return mark is null ? rows : rows - 1;
    }

    /// <exception cref="InvalidOperationException">Something was changed, and not committed: it would be lost without a word.</exception>
    internal void InsistOnCommit()
    {
        if (!isCommitted && db.ChangeTracker.HasChanges())
            throw new InvalidOperationException("Something was changed in a transaction that was not committed.");
    }

    /// <summary>Nobody asks for the mark any more. If that fails a row is left behind, which harms nothing.</summary>
    internal async Task ForgetMark()
    {
        if (mark is not { } id || !isCommitted) return;

        try
        {
            await db.Set<CommittedWork>().Where(w => w.Id == id).ExecuteDeleteAsync(CancellationToken.None);
        }
        catch (DbException)
        {
            // What the work did is saved, and that is what its caller has to hear.
        }
    }

    private async Task Commit(CancellationToken ct)
    {
        try
        {
            await transaction.CommitAsync(ct);
        }
        catch (Exception fault) when (mark is not null)
        {
            // The server may have committed all the same: a second run would then refuse what the first has done.
            if (!await WasCommitted(mark.Value, fault)) throw;
        }
    }

    /// <exception cref="CommitInDoubtException">The database does not answer: run again, the work might be done twice.</exception>
    private async Task<bool> WasCommitted(Guid id, Exception fault)
    {
        await transaction.DisposeAsync();
        foreach (var wait in WaitsToAsk)
        {
            await Task.Delay(wait);
            try
            {
                return await db.Set<CommittedWork>().AsNoTracking().AnyAsync(w => w.Id == id, CancellationToken.None);
            }
            catch (DbException)
            {
                // The connection breaks as the first did: asked again.
            }
        }

        throw new CommitInDoubtException(fault);
    }
}
