using Microsoft.EntityFrameworkCore;
using Sweet.Web.Data.Sqlite;

namespace Sweet.Web.Data.Migrating;

/// <summary>
/// Migrates as the only one. EF Core keeps others away by a row in the SQLite database, which stays there forever if the process
/// is killed, and the next run would wait for it without a word. A locked file goes with its process.
/// </summary>
public static class SqliteMigration
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(100);

    /// <returns>What somebody should know, line by line.</returns>
    /// <exception cref="TimeoutException">Another process has been migrating for a minute.</exception>
    public static async Task<IReadOnlyList<string>> MigrateAlone(this SweetDbContext db, CancellationToken ct)
    {
        if (db.File() is not { } file)
        {
            await db.Database.MigrateAsync(ct);
            return [];
        }

        List<string> news = [];
        await using var turn = await TakeTurn($"{file}.migrating", ct);
        if (DatabasePlace.MakeForOwner(file)) news.Add($"There was no database at {file}: a new, empty one was made.");
        if (await RemoveLeftLock(db, ct)) news.Add("A migration that was interrupted had left its lock, which was removed.");
        await db.Database.MigrateAsync(ct);
        return news;
    }

    private static async Task<FileStream> TakeTurn(string file, CancellationToken ct)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        for (var waited = TimeSpan.Zero; ; waited += AskAgain)
        {
            try
            {
                return new FileStream(file, options);
            }
            catch (IOException exception) when (exception is not (DirectoryNotFoundException or FileNotFoundException))
            {
                if (waited >= Patience)
                    throw new TimeoutException(
                        $"Another process is migrating the database: {file} is locked. Run it again once that has ended.",
                        exception);
            }

            await Task.Delay(AskAgain, ct);
        }
    }

    private static async Task<bool> RemoveLeftLock(SweetDbContext db, CancellationToken ct)
    {
        var tables = await db.Database.SqlQuery<int>(
            $"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(ct);
        return tables > 0 && await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", ct) > 0;
    }
}
