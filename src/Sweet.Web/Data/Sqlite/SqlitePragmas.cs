using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Sweet.Web.Data.Sqlite;

/// <summary>What every SQLite connection needs so that a saved order survives a power cut.</summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const int CannotOpen = 14;
    private const string Pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";

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
        if (IsReadOnly(connection)) return;

        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (IsReadOnly(connection)) return;

        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // SQLite would make a new, empty one in its place, and nobody would miss the other before its students do.
    private static void InsistOnFile(DbConnection connection)
    {
        if (!IsReadOnly(connection) && DatabasePlace.FileIn(connection.ConnectionString) is { } file && !File.Exists(file))
            throw new SqliteException($"There is no database at {file}.", CannotOpen);
    }

    // EF looks read-only whether the file exists, and a restored copy may not be in WAL mode yet: switching would fail.
    private static bool IsReadOnly(DbConnection connection) =>
        new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly;
}
