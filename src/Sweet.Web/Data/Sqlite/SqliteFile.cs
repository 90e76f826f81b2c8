using Microsoft.Data.Sqlite;

namespace Sweet.Web.Data.Sqlite;

/// <summary>A database file with what SQLite keeps beside it.</summary>
public sealed class SqliteFile(string path)
{
    private const int Busy = 5;
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    public string Path => path;

    public bool Exists => File.Exists(path);

    /// <summary>A write-ahead log that was left behind would be played into whatever takes its file's place.</summary>
    public bool HasAnyPart => Array.Exists(Parts, part => File.Exists(path + part));

    /// <summary>Not pooled: no handle is left on a file that is about to be moved.</summary>
    public string ConnectionString =>
        new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 5 }.ToString();

    /// <exception cref="CopyRefusedException">It is no database.</exception>
    public Task CopyTo(SqliteFile target, CancellationToken ct) => Run("VACUUM INTO $target", ct, ("$target", target.Path));

    /// <exception cref="CopyRefusedException">It is damaged, or not one of ours.</exception>
    public async Task Check(CancellationToken ct)
    {
        var said = await Run("PRAGMA integrity_check", ct);
        if (said is not "ok") throw new CopyRefusedException($"The copy is damaged: {said}");

        var migrations = await Run("SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'", ct);
        if (migrations is not 1L) throw new CopyRefusedException("The file is a SQLite database, but not one of Sweet.");
    }

    /// <summary>Only whoever has it to himself can take it out of WAL mode, which writes everything into the one file.</summary>
    /// <remarks>A damaged one passes: that is why it is replaced.</remarks>
    /// <exception cref="CopyRefusedException">A site, or another program, has it open.</exception>
    public async Task InsistThatNobodyUsesIt(CancellationToken ct)
    {
        try
        {
            if (await Execute("PRAGMA journal_mode = DELETE", ct) is not "delete") throw new CopyRefusedException(InUse);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == Busy)
        {
            throw new CopyRefusedException(InUse);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is Corrupt or NotADatabase)
        {
            // Whoever has it open finds it as damaged as we do.
        }
    }

    public void Flush()
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }

    public void MoveTo(SqliteFile target)
    {
        foreach (var part in Parts) if (File.Exists(path + part)) File.Move(path + part, target.Path + part);
    }

    public void Delete()
    {
        foreach (var part in Parts) File.Delete(path + part);
    }

    private static string[] Parts => ["", "-wal", "-shm", "-journal"];

    private string InUse => $"A site runs on {path}: stop every instance first.";

    private async Task<object?> Execute(string sql, CancellationToken ct, params (string Name, object Value)[] parameters)
    {
        await using var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        return await command.ExecuteScalarAsync(ct);
    }

    private async Task<object?> Run(string sql, CancellationToken ct, params (string Name, object Value)[] parameters)
    {
        try
        {
            return await Execute(sql, ct, parameters);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == Busy)
        {
            throw new CopyRefusedException(InUse);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == NotADatabase)
        {
            throw new CopyRefusedException($"{path} is not a SQLite database.");
        }
        catch (SqliteException exception)
        {
            throw new CopyRefusedException($"SQLite says of {path}: {exception.Message}");
        }
    }
}
