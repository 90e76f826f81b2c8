using System.Net;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sweet.Domain.Messages;
using Sweet.Web.Data;
using Sweet.Web.Hosting;

namespace Sweet.Web.Tests.Hosting;

public class HealthTests
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Is_one_word(string address)
    {
        await using var site = new HostedSite();

        Assert.Equal("Healthy", await site.CreateClient().GetStringAsync(address));
    }

    [Fact]
    public async Task Is_not_ready_while_the_schema_is_behind()
    {
        await using var site = new HostedSite();
        var client = site.CreateClient();
        await WithDatabase(site, db => db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsHistory"));

        var ready = await client.GetAsync("/health/ready");
        var live = await client.GetAsync("/health/live");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("Unhealthy", await ready.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }

    [Fact]
    public async Task Is_degraded_while_a_message_waits_too_long()
    {
        await using var site = new HostedSite();
        var client = site.CreateClient();
        await WithDatabase(site, async db =>
        {
            db.Messages.Add(new Message("StaffNotice", "a fact", new(Recipient.Staff, "staff@sweet.example"), new("s", "h", "t"), new(2024, 7, 1, 0, 0, 0, DateTimeKind.Utc)));
            return await db.SaveChangesAsync();
        });

        var ready = await client.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal("Degraded", await ready.Content.ReadAsStringAsync());
        await site.Log.Line("oldest unsent message");
    }

    [Fact]
    public async Task Answers_within_five_seconds_where_what_it_asks_hangs()
    {
        await using var site = new HostedSite();
        var client = site.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.AddTimelyCheck<Hanging>("hanging"))).CreateClient();
        client.Timeout = TimeSpan.FromSeconds(5);
        await client.GetAsync("/health/live");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health/ready")).StatusCode);
    }

    /// <summary>As a database whose driver does not hear that it is not waited for.</summary>
    private sealed class Hanging : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            new TaskCompletionSource<HealthCheckResult>().Task;
    }

    private static async Task WithDatabase(HostedSite site, Func<SweetDbContext, Task<int>> work)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<SweetDbContext>());
    }
}
