using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sweet.Web.Hosting;

namespace Sweet.Web.Tests.Hosting;

public class TelemetryTests
{
    [Fact]
    public async Task Sends_routes_and_counters_and_no_address()
    {
        await using var collector = await Collector.Start();
        await using var site = SiteThatTells(collector);

        await site.CreateClient().GetAsync("/probe/private/a-secret-token?email=ana@example.com");
        site.Services.GetRequiredService<SweetMetrics>().EnrollmentHeld();

        await collector.Received.Line("probe/private/{token}", "http.route");
        await collector.Received.Line("sweet.enrollments.held");
        Assert.DoesNotContain("a-secret-token", collector.Received.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ana@example.com", collector.Received.Text, StringComparison.Ordinal);
    }

    private static HostedSite SiteThatTells(Collector collector) => new HostedSite()
        .With("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address)
        .With("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
        .With("OTEL_BSP_SCHEDULE_DELAY", "50")
        .With("OTEL_METRIC_EXPORT_INTERVAL", "50");

    private sealed class Collector(WebApplication app, KeptLines received) : IAsyncDisposable
    {
        public string Address => app.Urls.Single();

        public KeptLines Received => received;

        public static async Task<Collector> Start()
        {
            var received = new KeptLines();
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            app.MapPost("/v1/{signal}", async (HttpRequest request) =>
            {
                using var reader = new StreamReader(request.Body, Encoding.Latin1);
                received.Add(await reader.ReadToEndAsync());
                return Results.Ok();
            });
            await app.StartAsync();
            return new(app, received);
        }

        public async ValueTask DisposeAsync() => await app.DisposeAsync();
    }
}
