using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Sweet.Domain.Courses;
using Sweet.Web.Data.Sqlite;

namespace Sweet.Web.Data;

/// <param name="gate">Null outside the site: then nobody else writes.</param>
public sealed class SqlServerSweetDbContext(DbContextOptions<SqlServerSweetDbContext> options, WriteGate? gate = null)
    : SweetDbContext(options)
{
    /// <summary>
    /// A quarter of the hundred connections that an instance has: who waits for a cohort must not take the others', from which
    /// every page is read.
    /// </summary>
    public const int WritersAtOnce = 25;

    private const string ExactCollation = "Latin1_General_100_BIN2";
    private const int NoSuchColumn = 207;
    private const int NoSuchTable = 208;

    /// <inheritdoc/>
    /// <remarks>Whoever waits for a busy cohort waits before a connection is opened.</remarks>
    public override Task<T> InTransaction<T>(Func<SweetTransaction, Task<T>> work, CancellationToken ct) =>
        gate is null ? base.InTransaction(work, ct) : gate.Pass(() => base.InTransaction(work, ct), ct);

    // Locked from the look to the row: two instances that start together do not collide.
    public override Task MakeLease(string work, DateTime nowUtc, CancellationToken ct) =>
        Database.ExecuteSqlAsync(
            $"""
            INSERT INTO WorkerLeases (Name, CreatedAtUtc, Fence, LeasedUntilUtc) SELECT {work}, {nowUtc}, 0, {nowUtc}
            WHERE NOT EXISTS (SELECT 1 FROM WorkerLeases WITH (UPDLOCK, HOLDLOCK) WHERE Name = {work})
            """,
            ct);

    public override async Task<string?> Complaint(CancellationToken ct)
    {
        try
        {
            var isOn = await Database.SqlQuery<bool>(
                $"SELECT is_read_committed_snapshot_on AS Value FROM sys.databases WHERE database_id = DB_ID()").SingleAsync(ct);
            return isOn ? null
                : "READ_COMMITTED_SNAPSHOT is off: pages wait for writers, and may block each other. Run once, while no one is connected: "
                    + "ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE";
        }
        catch (SqlException exception) when (exception.Number is NoSuchColumn or NoSuchTable)
        {
            // A server that speaks the protocol and does not have the setting.
            return null;
        }
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var type in builder.Model.GetEntityTypes().Where(t => t.ClrType.Assembly == typeof(Cohort).Assembly)) CompareExactly(type);
    }

    // Sign by sign, as SQLite does: SQL Server would otherwise take "a" for "A" and "é" for "e", in keys, tokens and addresses.
    private static void CompareExactly(IMutableTypeBase type)
    {
        foreach (var text in type.GetProperties().Where(p => p.ClrType == typeof(string))) text.SetCollation(ExactCollation);
        foreach (var part in type.GetComplexProperties()) CompareExactly(part.ComplexType);
    }
}
