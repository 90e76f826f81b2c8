using Microsoft.Data.Sqlite;
using Sweet.Experiments.Support;

namespace Sweet.Experiments;

public sealed class InterruptedMigrationTests : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private const int MostTries = 10;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sweet-migration-");

    private string Database => Path.Combine(folder.FullName, "sweet.db");

    private Dictionary<string, string> Settings => new(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["ConnectionStrings__Sweet"] = $"Data Source={Database}",
    };

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_migration_that_is_killed_while_it_has_the_lock_is_finished_by_the_next_run_which_says_so()
    {
        var tries = 1;
        while (!await IsKilledWithLock())
        {
            Assert.True(tries++ < MostTries, "No migration was seen to have the lock.");
            foreach (var file in folder.GetFiles()) file.Delete();
        }

        using var next = SiteProcess.Start(Settings, "migrate");

        Assert.True(await next.Ended() == 0, next.Output);
        Assert.Contains("interrupted", next.Output, StringComparison.Ordinal);
        Assert.Contains("up to date", next.Output, StringComparison.Ordinal);
    }

    /// <returns>Whether it was seen to have the lock; on a busy machine a migration may be over between two looks.</returns>
    private async Task<bool> IsKilledWithLock()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var killed = SiteProcess.Start(Settings, "migrate");
        var ended = killed.Ended();
        while (!IsLocked())
        {
            if (ended.IsCompleted) return false;

            await Task.Delay(Look, patience.Token);
        }

        killed.Kill();
        return true;
    }

    private bool IsLocked()
    {
        if (!File.Exists(Database)) return false;

        try
        {
            using var connection = new SqliteConnection($"Data Source={Database};Mode=ReadOnly;Pooling=False;Default Timeout=1");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM __EFMigrationsLock";
            return (long)command.ExecuteScalar()! > 0;
        }
        catch (SqliteException)
        {
            // There is no such table yet, or it is just being written.
            return false;
        }
    }
}
