using Microsoft.EntityFrameworkCore.Storage;

namespace Sweet.Web.Data;

/// <summary>What <see cref="SweetDbContext.InTransaction{T}"/> lends to its work.</summary>
public sealed class SweetTransaction(SweetDbContext db, IDbContextTransaction transaction)
{
    private bool isCommitted;

    /// <summary>Saves what is tracked and commits: the last statement of a work that changes something.</summary>
    /// <returns>How many rows were saved.</returns>
    public async Task<int> SaveAndCommit(CancellationToken ct)
    {
        var rows = await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        isCommitted = true;
        return rows;
    }

    /// <exception cref="InvalidOperationException">Something was changed, and not committed: it would be lost without a word.</exception>
    internal void InsistOnCommit()
    {
        if (!isCommitted && db.ChangeTracker.HasChanges())
            throw new InvalidOperationException("Something was changed in a transaction that was not committed.");
    }
}
