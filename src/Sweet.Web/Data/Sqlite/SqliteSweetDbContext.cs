using Microsoft.EntityFrameworkCore;

namespace Sweet.Web.Data.Sqlite;

public sealed class SqliteSweetDbContext(DbContextOptions<SqliteSweetDbContext> options, WriteGate gate) : SweetDbContext(options)
{
    /// <inheritdoc/>
    /// <remarks>SQLite has one writer: waiting here is asynchronous and can be cancelled, for its file lock it is neither.</remarks>
    public override async Task<T> InTransaction<T>(Func<SweetTransaction, Task<T>> work, CancellationToken ct)
    {
        using var turn = await gate.Enter(ct);
        return await base.InTransaction(work, ct);
    }
}
