using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;

namespace Sweet.Web.Tests.Hosting;

public sealed class CommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sweet-commands-");

    private string Connection => $"Data Source={Path.Combine(folder.FullName, "sweet.db")};Pooling=False";

    private Dictionary<string, string?> Settings => new(SomeSettings.Production(), StringComparer.Ordinal) { ["ConnectionStrings:Sweet"] = Connection };

    [Fact]
    public async Task Unknown_verbs_answer_with_the_usage()
    {
        var run = await SiteProcess.Run(Environments.Production, Settings, "frobnicate");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("Usage: ", Assert.Single(Lines(run.Error)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_settings_end_the_process_without_a_stack_trace()
    {
        var run = await SiteProcess.Run(Environments.Production, []);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Stripe__SecretKey", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Production_does_not_migrate_by_itself_and_says_so()
    {
        var run = await SiteProcess.Run(Environments.Production, Settings);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("verb migrate", Assert.Single(Lines(run.Error)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrating_needs_the_database_settings_only()
    {
        var run = await SiteProcess.Run(Environments.Production, new(StringComparer.Ordinal) { ["ConnectionStrings:Sweet"] = Connection }, "migrate");

        Assert.Equal(0, run.ExitCode);
        Assert.NotEmpty(AppliedMigrations());
    }

    [Fact]
    public async Task A_newer_database_is_left_alone()
    {
        await SiteProcess.Run(Environments.Production, Settings, "migrate");
        Execute("INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_FromTheFuture', '99.0.0')");

        foreach (var args in new string[][] { [], ["migrate"] })
        {
            var run = await SiteProcess.Run(Environments.Production, Settings, args);

            Assert.Equal(1, run.ExitCode);
            Assert.Contains("newer version", Assert.Single(Lines(run.Error)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_said_in_one_line()
    {
        var settings = Settings;
        settings["ConnectionStrings:Sweet"] = $"Data Source={Path.Combine(folder.FullName, "nowhere", "sweet.db")}";

        var run = await SiteProcess.Run(Environments.Production, settings, "migrate");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("ConnectionStrings:Sweet", Assert.Single(Lines(run.Error)), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private List<string> AppliedMigrations()
    {
        using var connection = new SqliteConnection(Connection);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT MigrationId FROM __EFMigrationsHistory";
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
            found.Add(reader.GetString(0));
        return found;
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection(Connection);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
