using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Sandbox.Demonstration;
using Sweet.Web.Data;
using Sweet.Web.Hosting;

namespace Sweet.Benchmarks;

/// <summary>The site with the sandbox's demonstration data in a file of its own; its workers rest.</summary>
internal sealed class BenchmarkSite : WebApplicationFactory<SweetSite>
{
    public const string Article = "/articles/bridging-connections";
    public const string Course = "/courses/interpersonal-psychotherapy";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sweet-benchmark-");
    private HttpClient? http;

    /// <summary>The form of the next open cohort.</summary>
    public string Form { get; private set; } = "";

    public static async Task<BenchmarkSite> Start()
    {
        var site = new BenchmarkSite();
        site.http = site.CreateClient();
        site.http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SweetDbContext>();
        await DemonstrationData.Seed(db, TimeProvider.System.GetUtcNow().UtcDateTime);
        var cohort = await db.Cohorts.OrderByDescending(c => c.Capacity - c.SeatsTaken).FirstAsync(c => c.Status == CohortStatus.Open);
        site.Form = $"/cohorts/{cohort.Reference}/enrollments/new";
        return site;
    }

    public Task<byte[]> Get(string address) => http!.GetByteArrayAsync(address);

    public override async ValueTask DisposeAsync()
    {
        http?.Dispose();
        await base.DisposeAsync();
        folder.Delete(recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSolutionRelativeContentRoot("src/Sweet.Web");
        foreach (var (key, value) in Settings()) builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders());
    }

    private Dictionary<string, string> Settings() => new(StringComparer.Ordinal)
    {
        ["ConnectionStrings:Sweet"] = $"Data Source={Path.Combine(folder.FullName, "sweet.db")};Pooling=True",
        ["Stripe:SecretKey"] = "sk_test_0123456789",
        ["Stripe:WebhookSecret"] = "whsec_0123456789",
        ["SendGrid:ApiKey"] = "SG.0123456789",
        ["SendGrid:From"] = "hello@sweet.example",
        ["Site:BaseUrl"] = "http://localhost",
        ["Site:StaffEmail"] = "staff@sweet.example",
        ["Workers:Every"] = "00:00:00",
    };
}
