using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Policies;
using Sweet.Domain.Tests;
using Sweet.Sandbox;
using Sweet.Web.Data;
using Sweet.Web.Data.Sqlite;
using Sweet.Web.Tests.Support;

namespace Sweet.Experiments.Support;

/// <summary>A site in a process of its own, an SQLite file, the stand-ins in this process, and real time.</summary>
internal sealed class Experiment : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan PatienceWithRest = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo folder;
    private readonly CancellationTokenSource ending = new();
    private readonly Task beating;
    private SiteProcess? process;

    private Experiment(StandIns standIns, Cohort cohort, int port, DirectoryInfo folder)
    {
        StandIns = standIns;
        Cohort = cohort;
        this.folder = folder;
        Address = new Uri($"http://localhost:{port}");
        standIns.Webhooks.SendTo(new Uri(Address, "/stripe-webhooks"));
        beating = BeatUntilTheEnd();
    }

    public StandIns StandIns { get; }

    public Cohort Cohort { get; }

    public Uri Address { get; }

    public string Database => DatabaseIn(folder);

    public Rows Rows => new(Database);

    public Audit Audit => new(Rows, StandIns);

    public static async Task<Experiment> Start(int seats)
    {
        var temporary = Directory.CreateTempSubdirectory("sweet-experiment-");
        var cohort = await Seed(DatabaseIn(temporary), seats, TimeProvider.System.GetUtcNow().UtcDateTime);
        var experiment = new Experiment(await StandIns.Start(TimeProvider.System), cohort, FreePort.Next(), temporary);
        await experiment.StartSite();
        return experiment;
    }

    public async Task StartSite()
    {
        process = SiteProcess.Start(Settings());
        await process.Answers(Address);
    }

    public void KillSite()
    {
        process!.Kill();
        process.Dispose();
    }

    public Visitor NewVisitor() => new(Address, new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public IReadOnlyList<Person> People(int count) => [.. Enumerable.Range(1, count).Select(n => new Person(this, $"person{n}@clinic.example"))];

    /// <summary>Faults are over, whatever was left is taken up: no message waits, no refund waits, and Stripe was asked once more.</summary>
    public async Task ComesToRest()
    {
        StandIns.Faults.Stripe.Clear();
        StandIns.Faults.SendGrid.Clear();
        await StandIns.Webhooks.Idle();
        using var reconcile = SiteProcess.Start(Settings(), "reconcile");
        Assert.True(await reconcile.Ended() == 0, reconcile.Output);

        using var patience = new CancellationTokenSource(PatienceWithRest);
        while (Rows.Count("SELECT COUNT(*) FROM Messages WHERE Status = 'Queued'") + Rows.Count("SELECT COUNT(*) FROM Refunds WHERE Status = 'Requested'") > 0)
            await Task.Delay(Beat, patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        process?.Dispose();
        await ending.CancelAsync();
        await beating;
        ending.Dispose();
        await StandIns.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static string DatabaseIn(DirectoryInfo folder) => Path.Combine(folder.FullName, "sweet.db");

    private static async Task<Cohort> Seed(string database, int seats, DateTime nowUtc)
    {
        var options = new DbContextOptionsBuilder<SqliteSweetDbContext>().UseSqlite($"Data Source={database};Pooling=False").Options;
        using var gate = new WriteGate();
        await using var db = new SqliteSweetDbContext(options, gate);
        await db.Database.MigrateAsync();

        var cohort = Some.Cohort(seats, firstClassLocal: DateTime.SpecifyKind(nowUtc.Date.AddDays(60).AddHours(19), DateTimeKind.Unspecified));
        cohort.SetRegistration(nowUtc.AddDays(-1), cohort.FirstClassAtUtc, nowUtc);
        cohort.Open(Some.Staff, nowUtc);
        db.Add(cohort);
        db.AddRange(Enum.GetValues<PolicyKind>().Select(kind => new PolicyVersion(kind, $"{kind} policy", "What we say.", nowUtc.AddYears(-1), isSample: true)));
        await db.SaveChangesAsync();
        return cohort;
    }

    private async Task BeatUntilTheEnd()
    {
        using var timer = new PeriodicTimer(Beat);
        try
        {
            while (await timer.WaitForNextTickAsync(ending.Token)) await StandIns.Tick();
        }
        catch (OperationCanceledException)
        {
            // The experiment is over.
        }
    }

    private Dictionary<string, string> Settings()
    {
        var standIns = StandIns.Address.GetLeftPart(UriPartial.Authority);
        return new(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = Address.ToString(),
            ["Database__Provider"] = nameof(DatabaseProvider.Sqlite),
            ["ConnectionStrings__Sweet"] = $"Data Source={Database};Default Timeout=30",
            ["Stripe__SecretKey"] = StandIns.Stripe.SecretKey,
            ["Stripe__WebhookSecret"] = StandIns.Webhooks.Secret,
            ["Stripe__ApiBase"] = standIns,
            ["Stripe__CheckoutOrigin"] = standIns,
            ["SendGrid__ApiKey"] = StandIns.SendGrid.ApiKey,
            ["SendGrid__Host"] = standIns,
            ["SendGrid__From"] = "courses@sweet.example",
            ["SendGrid__AllowedRecipients__0"] = "*",
            ["Site__BaseUrl"] = Address.GetLeftPart(UriPartial.Authority),
            ["Site__StaffEmail"] = "staff@sweet.example",
            ["Workers__Every"] = "00:00:01",

            // One machine plays all visitors.
            ["Enrollment__MaxUnpaidHoldsPerClient"] = "10000",
            ["RateLimits__Registration__Permits"] = "10000",
            ["RateLimits__Mail__Permits"] = "10000",
        };
    }
}
