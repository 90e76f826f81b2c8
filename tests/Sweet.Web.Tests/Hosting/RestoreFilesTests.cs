using Microsoft.Data.Sqlite;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Hosting;

/// <summary>The verb restore, beside what a killed site or a bad disk leaves behind.</summary>
public sealed class RestoreFilesTests : IAsyncLifetime
{
    private readonly SiteFactory site = SiteFactory.OnSqlite();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sweet-files-");

    private string Database => Path.Combine(folder.FullName, "sweet.db");

    private string Copy => Path.Combine(folder.FullName, "copy.db");

    public async Task InitializeAsync()
    {
        await site.InitializeAsync();
        await Run("migrate");
        await Run("backup", Copy);
    }

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_log_that_a_killed_site_left_behind_stays_with_its_database()
    {
        LeaveLogBehind();

        var run = await Run("restore", Copy, "--overwrite");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(("ok", 0L), (Scalar(Database, "PRAGMA integrity_check"), LateRows(Database)));
        var replaced = Assert.Single(folder.GetFiles("sweet.db.replaced-*"));
        Assert.Equal(("ok", 1L), (Scalar(replaced.FullName, "PRAGMA integrity_check"), LateRows(replaced.FullName)));
    }

    [Fact]
    public async Task A_log_whose_database_is_gone_is_not_played_into_the_copy()
    {
        LeaveLogBehind();
        File.Delete(Database);

        var asked = await Run("restore", Copy);
        var done = await Run("restore", Copy, "--overwrite");

        Assert.Equal(1, asked.ExitCode);
        Assert.Contains("--overwrite", Line(asked), StringComparison.Ordinal);
        Assert.Equal((0, "ok", 0L), (done.ExitCode, Scalar(Database, "PRAGMA integrity_check"), LateRows(Database)));
        Assert.Single(folder.GetFiles("sweet.db.replaced-*-wal"));
    }

    [Theory]
    [InlineData(0)] // not even its first page is one of SQLite
    [InlineData(20)]
    public async Task A_damaged_database_is_replaced_and_kept(int firstPage)
    {
        Damage(Database, firstPage);

        var run = await Run("restore", Copy, "--overwrite");

        Assert.Equal((0, "ok"), (run.ExitCode, Scalar(Database, "PRAGMA integrity_check")));
        Assert.Single(folder.GetFiles("sweet.db.replaced-*"));
        Assert.Equal(1L, Scalar(Database, "SELECT COUNT(*) FROM Restorations"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public async Task A_damaged_copy_is_refused_and_nothing_is_replaced(int firstPage)
    {
        Damage(Copy, firstPage);

        var run = await Run("restore", Copy, "--overwrite");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("copy", Line(run), StringComparison.Ordinal);
        Assert.Equal(("ok", 0L), (Scalar(Database, "PRAGMA integrity_check"), Scalar(Database, "SELECT COUNT(*) FROM Restorations")));
        Assert.Empty(folder.GetFiles("sweet.db.re*"));
    }

    /// <summary>A row was committed into the log alone, as when a site is killed before the log is written back.</summary>
    private void LeaveLogBehind()
    {
        var parts = new[] { "", "-wal", "-shm" };
        using (var connection = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; INSERT INTO AspNetRoles (Id) VALUES ('late')";
            command.ExecuteNonQuery();
            foreach (var part in parts) File.Copy(Database + part, $"{Database}.killed{part}");
        }

        foreach (var part in parts) File.Move($"{Database}.killed{part}", Database + part, overwrite: true);
    }

    private static void Damage(string file, int firstPage)
    {
        const int PageSize = 4_096;
        const int Pages = 5;
        using var stream = new FileStream(file, FileMode.Open);
        stream.Position = firstPage * PageSize;
        stream.Write(Enumerable.Repeat((byte)0xA5, Pages * PageSize).ToArray());
    }

    private static long LateRows(string file) => (long)Scalar(file, "SELECT COUNT(*) FROM AspNetRoles WHERE Id = 'late'")!;

    private Task<SiteProcess> Run(params string[] args) => SiteProcess.Run(
        "Testing",
        new Dictionary<string, string?>(SomeSettings.Outside(), StringComparer.Ordinal)
        {
            ["ConnectionStrings:Sweet"] = $"Data Source={Database}",
            ["Stripe:SecretKey"] = site.StandIns.Stripe.SecretKey,
            ["Stripe:ApiBase"] = site.StandIns.Address.ToString().TrimEnd('/'),
            ["Database:MigrateAtStart"] = "false",
        },
        args);

    private static string Line(SiteProcess run) => Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static object? Scalar(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
