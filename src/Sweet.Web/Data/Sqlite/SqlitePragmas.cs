using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Sweet.Web.Data.Sqlite;

/// <summary>What every SQLite connection needs so that a saved order survives a power cut.</summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const int CannotOpen = 14;
    private const string Pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";

    private static readonly ConditionalWeakTable<object, object> SetUp = [];

    public override InterceptionResult ConnectionOpening(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        InsistOnFile(connection);
        return result;
    }

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        InsistOnFile(connection);
        return ValueTask.FromResult(result);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (IsSetUp(connection) || IsReadOnly(connection)) return;

        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        NoteSetUp(connection);
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (IsSetUp(connection) || IsReadOnly(connection)) return;

        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
        NoteSetUp(connection);
    }

    // SQLite would make a new, empty one in its place, and nobody would miss the other before its students do.
    private static void InsistOnFile(DbConnection connection)
    {
        if (!IsReadOnly(connection) && DatabasePlace.FileIn(connection.ConnectionString) is { } file && !File.Exists(file))
            throw new SqliteException($"There is no database at {file}.", CannotOpen);
    }

    // A pooled one keeps them: asking for WAL again reads the file each time.
    private static bool IsSetUp(DbConnection connection) =>
        connection is SqliteConnection { Handle: { } handle } && SetUp.TryGetValue(handle, out _);

    private static void NoteSetUp(DbConnection connection)
    {
        if (connection is SqliteConnection { Handle: { } handle }) SetUp.AddOrUpdate(handle, handle);
    }

    // EF looks read-only whether the file exists, and a restored copy may not be in WAL mode yet: switching would fail.
    private static bool IsReadOnly(DbConnection connection) =>
        new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly;
}
