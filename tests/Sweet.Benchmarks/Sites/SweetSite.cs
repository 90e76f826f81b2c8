using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Sandbox.Demonstration;
using Sweet.Web.Data.Sqlite;

namespace Sweet.Benchmarks.Sites;

/// <summary>The published site over a database of its own with the demonstration data; its workers rest, and it calls nobody.</summary>
internal sealed class SweetSite : IAsyncDisposable
{
    public const string Article = "/articles/bridging-connections";
    /// <summary>Refuses every connection at once.</summary>
    private const string Nowhere = "http://127.0.0.1:9";

    public const string Course = "/courses/interpersonal-psychotherapy";

    private readonly string assembly;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sweet-benchmark-");

    private readonly WriteGate gate = new();

    private SweetSite(string assembly) => this.assembly = assembly;

    public string Database => Path.Combine(folder.FullName, "sweet.db");

    /// <summary>An open cohort with room for everybody.</summary>
    public string Cohort { get; private set; } = "";

    /// <param name="assembly">The site as it was built or published.</param>
    public static async Task<SweetSite> Prepare(string assembly)
    {
        var site = new SweetSite(assembly);
        await site.Run("migrate");
        await using var db = site.Open();
        await DemonstrationData.Seed(db, TimeProvider.System.GetUtcNow().UtcDateTime);
        var cohort = await db.Cohorts.OrderByDescending(c => c.Capacity - c.SeatsTaken).FirstAsync(c => c.Status == CohortStatus.Open);
        await db.Cohorts.Where(c => c.Id == cohort.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Capacity, 10_000_000));
        site.Cohort = cohort.Reference;
        return site;
    }

    /// <param name="workersEvery">Null: they rest.</param>
    public Task<ServerProcess> Start(string firstPage = Article, TimeSpan? workersEvery = null)
    {
        var settings = Settings();
        if (workersEvery is { } time) settings["Workers__Every"] = time.ToString();
        return ServerProcess.Start(assembly, [], settings, firstPage);
    }

    private SqliteSweetDbContext Open() =>
        new(new DbContextOptionsBuilder<SqliteSweetDbContext>().UseSqlite($"Data Source={Database};Pooling=False").Options, gate);

    public ValueTask DisposeAsync()
    {
        gate.Dispose();
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task Run(string verb)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, verb]) { WorkingDirectory = Path.GetDirectoryName(assembly)!, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (key, value) in Settings()) start.Environment[key] = value;
        start.Environment["Site__BaseUrl"] = "http://127.0.0.1";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{verb} failed: {output}");
    }

    private Dictionary<string, string> Settings() => new(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Staging",
        ["ConnectionStrings__Sweet"] = $"Data Source={Database}",
        ["Stripe__SecretKey"] = "sk_test_0123456789",
        ["Stripe__WebhookSecret"] = "whsec_0123456789",
        ["Stripe__ApiBase"] = Nowhere,
        ["SendGrid__ApiKey"] = "SG.0123456789",
        ["SendGrid__Host"] = Nowhere,
        ["SendGrid__From"] = "hello@sweet.example",
        ["Site__StaffEmail"] = "staff@sweet.example",
        ["Workers__Every"] = "00:00:00",
        ["Staff__DemonstrationAccounts"] = "true",
        ["RateLimits__Registration__Permits"] = "1000000000",
        ["Enrollment__MaxUnpaidHoldsPerClient"] = "10000",
    };
}
