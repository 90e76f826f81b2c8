using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sweet.Web.Data;
using Sweet.Web.Data.Sqlite;

namespace Sweet.Web.Tests.Hosting;

/// <summary>What a machine lacks, or lets nobody do for a while, is said with what to do.</summary>
public sealed class MachineTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sweet-machine-");

    private string Database => Path.Combine(folder.FullName, "sweet.db");

    private Dictionary<string, string?> Settings =>
        new(SomeSettings.Production(), StringComparer.Ordinal) { ["ConnectionStrings:Sweet"] = $"Data Source={Database};Pooling=False" };

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Without_time_zones_the_site_does_not_start_and_names_the_package()
    {
        await SiteProcess.Run(Environments.Production, Settings, "migrate");
        var run = await SiteProcess.Run(Environments.Production, new(Settings, StringComparer.Ordinal) { ["TZDIR"] = folder.FullName });

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("tzdata", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_data_on_languages_the_site_does_not_start_and_names_the_package()
    {
        await SiteProcess.Run(Environments.Production, Settings, "migrate");
        var run = await SiteProcess.Run(
            Environments.Production, new(Settings, StringComparer.Ordinal) { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" });

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("libicu", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_relative_path_means_one_place_whatever_folder_a_command_is_started_in_and_is_told_whole()
    {
        var name = $"relative-{Guid.NewGuid():N}.db";
        var settings = new Dictionary<string, string?>(Settings, StringComparer.Ordinal) { ["ConnectionStrings:Sweet"] = $"Data Source={name};Pooling=False" };

        var here = await SiteProcess.Run(Environments.Production, settings, "migrate");
        var there = await SiteProcess.RunIn(folder.FullName, Environments.Production, settings, "migrate");
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory, $"{name}*")) File.Delete(file);

        Assert.Contains(Path.Combine(AppContext.BaseDirectory, name), here.Output, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(AppContext.BaseDirectory, name), there.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("empty", there.Output, StringComparison.Ordinal);
        Assert.Empty(folder.GetFiles());
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_not_taken_for_an_old_schema()
    {
        var run = await SiteProcess.Run(Environments.Production, Settings);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"no database at {Database}", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Database));
    }

    [Fact]
    public async Task Migrating_says_that_it_made_an_empty_database_and_where()
    {
        var first = await SiteProcess.Run(Environments.Production, Settings, "migrate");
        var second = await SiteProcess.Run(Environments.Production, Settings, "migrate");

        Assert.Contains($"no database at {Database}: a new, empty one", first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("empty", second.Output, StringComparison.Ordinal);
        Assert.Contains(Database, second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_that_an_interrupted_migration_left_is_removed_and_told()
    {
        await SiteProcess.Run(Environments.Production, Settings, "migrate");
        Execute("INSERT OR REPLACE INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-11-28 12:00:00')");

        var run = await SiteProcess.Run(Environments.Production, Settings, "migrate");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("interrupted", run.Output, StringComparison.Ordinal);
        Assert.False(File.Exists($"{Database}.migrating"));
    }

    [Fact]
    public async Task New_files_are_for_their_owner_alone()
    {
        if (OperatingSystem.IsWindows()) return;

        var copy = Path.Combine(folder.FullName, "copy.db");
        await SiteProcess.Run(Environments.Production, Settings, "migrate");
        await SiteProcess.Run(Environments.Production, Settings, "backup", copy);
        var made = (File.GetUnixFileMode(Database), File.GetUnixFileMode(copy));
        await SiteProcess.Run(Environments.Production, Settings, "restore", copy, "--overwrite");

        Assert.Equal((OwnerOnly, OwnerOnly), made);
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(Database));
    }

    [Fact]
    public async Task Is_not_ready_once_the_database_file_is_gone()
    {
        await using var site = new HostedSite().With("ConnectionStrings:Sweet", Settings["ConnectionStrings:Sweet"]!);
        var client = site.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
        foreach (var file in folder.GetFiles()) file.Delete();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health/ready")).StatusCode);
        await site.Log.Line("There is no database at");
    }

    [Fact]
    public async Task Is_not_ready_after_a_write_found_the_disk_full()
    {
        await using var site = new HostedSite();
        var client = site.CreateClient();

        var gate = site.Services.GetRequiredService<WriteGate>();
        await Assert.ThrowsAsync<SqliteException>(() => gate.Pass<int>(() => throw new SqliteException("database or disk is full", 13), default));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health/ready")).StatusCode);
        await site.Log.Line("Make room");
    }

    [Fact]
    public async Task A_form_that_finds_the_database_locked_says_to_try_again_in_a_minute()
    {
        await using var site = new HostedSite().With("ConnectionStrings:Sweet", $"Data Source={Database};Default Timeout=1;Pooling=False");
        var client = site.CreateClient();
        var form = await client.GetStringAsync("/my-enrollments");
        var token = form.Split("__RequestVerificationToken\" type=\"hidden\" value=\"")[1].Split('"')[0];
        using var outside = new SqliteConnection($"Data Source={Database};Pooling=False");
        outside.Open();
        using var held = outside.BeginTransaction(deferred: false);

        var answer = await client.PostAsync("/my-enrollments", new FormUrlEncodedContent(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Email"] = "ana@clinic.example", ["__RequestVerificationToken"] = token }));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("try again in a minute", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("60", Assert.Single(answer.Headers.GetValues("Retry-After")));
    }

    [Fact]
    public async Task A_spoiled_cookie_rings_no_alarm()
    {
        await using var site = new HostedSite();
        // The first form of a site makes the key of all, which the framework tells.
        await site.CreateClient().GetAsync("/my-enrollments");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/my-enrollments");
        request.Headers.Add("Cookie", "sweet-form=spoiled; sweet-client=spoiled");

        var before = AlarmsIn(site);
        var answer = await site.CreateClient().SendAsync(request);
        await site.Log.Line("my-enrollments");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(before, AlarmsIn(site));
    }

    [Fact]
    public async Task Behind_a_proxy_that_is_not_known_forms_open_and_the_setting_is_named_once()
    {
        await using var site = new HostedSite().InProduction();
        var client = site.Behind("10.1.2.3").CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("http://localhost") });
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/my-enrollments")).StatusCode);

        await site.Log.Line("Proxy:KnownNetworks");
        Assert.Equal(2, site.Log.Text.Split("Proxy:KnownNetworks does not list").Length);
    }

    [Fact]
    public async Task A_second_protocol_from_a_known_proxy_is_a_bad_request()
    {
        await using var site = new HostedSite().InProduction().With("Proxy:KnownNetworks:0", "10.0.0.0/8");
        var client = site.Behind("10.1.2.3").CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("http://localhost") });
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https, http");

        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/my-enrollments")).StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Keys_are_encrypted_where_there_is_a_certificate_and_said_to_be_plain_where_not(bool hasCertificate)
    {
        await using var site = new HostedSite().InProduction();
        if (hasCertificate) site.With("DataProtection:CertificateFile", Certificate());
        var client = site.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://localhost") });
        await client.GetAsync("/my-enrollments");

        await using var scope = site.Services.CreateAsyncScope();
        var key = await scope.ServiceProvider.GetRequiredService<SweetDbContext>().DataProtectionKeys.Select(k => k.Xml).SingleAsync();

        Assert.Equal(hasCertificate, key!.Contains("EncryptedData", StringComparison.Ordinal));
        Assert.Equal(!hasCertificate, site.Log.Text.Contains("DataProtection:CertificateFile", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_database_quotes_stays_out_of_the_log_and_names_of_constraints_in_it()
    {
        await using var site = new HostedSite();
        var log = site.Services.GetRequiredService<ILogger<MachineTests>>();

        // As EF Core tells it: the exception stands in the sentence too.
        List<KeyValuePair<string, object?>> told = [new("error", new QuotingException()), new("{OriginalFormat}", "Saving broke.{error}")];
        log.Log(LogLevel.Error, default, told, new QuotingException(), (_, _) => "Saving broke.");

        var line = await site.Log.Line("Saving broke");
        Assert.Contains("IX_Enrollments_OneLiveAnAddress", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Ana Ortiz", line, StringComparison.Ordinal);
    }

    private static int AlarmsIn(HostedSite site) =>
        site.Log.Text.Split('\n').Count(l => l.Contains("\"@l\":\"Error\"", StringComparison.Ordinal) || l.Contains("\"@l\":\"Warning\"", StringComparison.Ordinal));

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection(Settings["ConnectionStrings:Sweet"]);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private string Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=sweet", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var file = Path.Combine(folder.FullName, "keys.pfx");
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pfx));
        return file;
    }

    private sealed class QuotingException()
        : System.Data.Common.DbException("Cannot insert duplicate key row with unique index 'IX_Enrollments_OneLiveAnAddress'. The value is (Ana Ortiz).");
}
