using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Sweet.Sandbox.Faults;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Hosting;

/// <summary>The verbs backup, restore, reconcile and cases, as an operator runs them.</summary>
public sealed class CopyCommandTests : IAsyncLifetime
{
    private readonly SiteFactory site = SiteFactory.OnSqlite();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sweet-copies-");

    private string Database => Path.Combine(folder.FullName, "sweet.db");

    private string Copy => Path.Combine(folder.FullName, "copy.db");

    /// <summary>Stripe is the stand-in of this test, which runs in this process.</summary>
    private Dictionary<string, string?> Settings => new(SomeSettings.Outside(), StringComparer.Ordinal)
    {
        ["ConnectionStrings:Sweet"] = $"Data Source={Database}",
        ["Stripe:SecretKey"] = site.StandIns.Stripe.SecretKey,
        ["Stripe:ApiBase"] = site.StandIns.Address.ToString().TrimEnd('/'),
        ["Database:MigrateAtStart"] = "false",
    };

    public async Task InitializeAsync()
    {
        await site.InitializeAsync();
        await Run("migrate");
    }

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_copy_is_whole_and_no_file_is_overwritten()
    {
        var first = await Run("backup", Copy);
        var second = await Run("backup", Copy);

        Assert.Equal((0, "ok"), (first.ExitCode, Scalar(Copy, "PRAGMA integrity_check")));
        Assert.Equal(1, second.ExitCode);
        Assert.Contains("already exists", Line(second), StringComparison.Ordinal);
        Assert.Empty(folder.GetFiles("*.part"));
    }

    [Fact]
    public async Task A_copy_under_load_is_of_one_moment()
    {
        using var writing = new CancellationTokenSource();
        var writer = Task.Run(() => WritePairsUntil(writing.Token));

        var run = await Run("backup", Copy);
        await writing.CancelAsync();
        var written = await writer;

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(0L, Scalar(Copy, "SELECT COUNT(*) % 2 FROM AspNetRoles"));
        Assert.InRange((long)Scalar(Copy, "SELECT COUNT(*) FROM AspNetRoles")!, 0, 2 * written);
        Assert.True(written > 0);
    }

    [Fact]
    public async Task Restoring_asks_before_it_replaces_and_keeps_what_was_there()
    {
        await Run("backup", Copy);
        var asked = await Run("restore", Copy);

        var done = await Run("restore", Copy, "--overwrite");

        Assert.Equal(1, asked.ExitCode);
        Assert.Contains("--overwrite", Line(asked), StringComparison.Ordinal);
        Assert.Equal(0, done.ExitCode);
        Assert.Single(folder.GetFiles("sweet.db.replaced-*"));
        Assert.Equal(1L, Scalar(Database, "SELECT COUNT(*) FROM Restorations"));
    }

    [Fact]
    public async Task The_site_does_not_open_before_it_was_compared_with_Stripe()
    {
        await Run("backup", Copy);
        await Run("restore", Copy, "--overwrite");
        var opened = await Run();

        var reconciled = await Run("reconcile");
        var cases = await Run("cases");

        Assert.Equal(1, opened.ExitCode);
        Assert.Contains("verb reconcile", Line(opened), StringComparison.Ordinal);
        Assert.Equal(0, reconciled.ExitCode);
        Assert.Contains("DatabaseRestored", cases.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_replaced_while_a_site_has_the_database_open()
    {
        await Run("backup", Copy);
        using var open = new SqliteConnection($"Data Source={Database};Pooling=False");
        open.Open();
        using var command = open.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; SELECT COUNT(*) FROM Cohorts";
        command.ExecuteScalar();

        var run = await Run("restore", Copy, "--overwrite");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("stop every instance", Line(run), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no database at all", "not a SQLite database")]
    [InlineData("", "not one of Sweet")]
    public async Task What_is_no_copy_of_ours_is_refused(string content, string said)
    {
        await File.WriteAllTextAsync(Copy, content);

        var run = await Run("restore", Copy, "--overwrite");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(said, Line(run), StringComparison.Ordinal);
        Assert.Equal("ok", Scalar(Database, "PRAGMA integrity_check"));
    }

    [Fact]
    public async Task A_newer_copy_is_refused()
    {
        await Run("backup", Copy);
        Scalar(Copy, "INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_FromTheFuture', '99.0.0')");

        var run = await Run("restore", Copy, "--overwrite");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("newer version", Line(run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_SQL_Server_the_docs_are_named()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Database:Provider"] = "SqlServer",
            ["ConnectionStrings:Sweet"] = "Server=nowhere;Database=Sweet",
        };

        var run = await SiteProcess.Run(Environments.Development, settings, "backup", Copy);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("docs/operations.md", Line(run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reconciling_says_what_came_of_it()
    {
        var agreed = await Run("reconcile");
        site.StandIns.Faults.Stripe.Always(Fault.RateLimited());
        var limited = await Run("reconcile");

        Assert.Equal(0, agreed.ExitCode);
        Assert.Contains("Everything was compared", agreed.Output, StringComparison.Ordinal);
        Assert.Equal(1, limited.ExitCode);
        Assert.Contains("picks up where it stopped", limited.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", limited.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_that_was_left_behind_keeps_nobody_waiting_for_ever()
    {
        Scalar(Database, "INSERT INTO WorkerLeases (Name, CreatedAtUtc, Fence, LeasedUntilUtc, Holder) VALUES ('reconcile', '2026-01-01', 7, datetime('now', '+3 seconds'), 'killed')");

        var run = await Run("reconcile");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(8L, Scalar(Database, "SELECT Fence FROM WorkerLeases WHERE Name = 'reconcile'"));
    }

    [Theory]
    [InlineData(2, "Usage: ", "backup")]
    [InlineData(2, "Usage: ", "restore", "a.db", "b.db")]
    [InlineData(2, "Usage: ", "cases", "resolve", "1", "--as", "maybe", "--because", "x")]
    [InlineData(2, "Usage: ", "cases", "resolve", "1", "--as", "noted")]
    [InlineData(2, "Usage: ", "cases", "resolve", "1", "--as", "refund", "--amount", "much", "--because", "x")]
    [InlineData(1, "There is no case 99.", "cases", "resolve", "99", "--as", "noted", "--because", "nothing to do")]
    public async Task Wrong_words_are_answered_in_one_line(int exitCode, string said, params string[] words)
    {
        var run = await Run(words);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.StartsWith(said, Line(run), StringComparison.Ordinal);
    }

    private Task<SiteProcess> Run(params string[] args) => SiteProcess.Run("Testing", Settings, args);

    private static string Line(SiteProcess run) => Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static object? Scalar(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    // Two rows in one transaction, over and over: no copy may hold one of them alone.
    private long WritePairsUntil(CancellationToken stopped)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False;Default Timeout=30");
        connection.Open();
        for (var pairs = 0L; ; pairs++)
        {
            if (stopped.IsCancellationRequested) return pairs;

            using var transaction = connection.BeginTransaction();
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = $"INSERT INTO AspNetRoles (Id) VALUES ('{pairs}a'); INSERT INTO AspNetRoles (Id) VALUES ('{pairs}b')";
            command.ExecuteNonQuery();
            transaction.Commit();
        }
    }
}
