using Microsoft.EntityFrameworkCore;

namespace Sweet.Web.Data.Sqlite;

public sealed class SqliteSweetDbContext(DbContextOptions<SqliteSweetDbContext> options, WriteGate gate) : SweetDbContext(options)
{
    /// <inheritdoc/>
    /// <remarks>SQLite has one writer: waiting here is asynchronous and can be cancelled, for its file lock it is neither.</remarks>
    public override Task<T> InTransaction<T>(Func<SweetTransaction, Task<T>> work, CancellationToken ct) =>
        gate.Pass(() => base.InTransaction(work, ct), ct);

    public override Task MakeLease(string work, DateTime nowUtc, CancellationToken ct) =>
        Database.ExecuteSqlAsync(
            $"INSERT OR IGNORE INTO WorkerLeases (Name, CreatedAtUtc, Fence, LeasedUntilUtc) VALUES ({work}, {nowUtc}, 0, {nowUtc})", ct);
}
