using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Context.Propagation;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Sweet.Web.Hosting.Telemetry;

namespace Sweet.Web.Hosting;

public static class TelemetrySetup
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Counts always; collects and sends traces and metrics only where somebody receives them.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SweetMetrics>();
        builder.Services.AddSingleton<DistributedContextPropagator>(new OwnTraces());
        if (string.IsNullOrEmpty(builder.Configuration[Endpoint]))
            return;

        // With any other than this one OpenTelemetry reads the headers a second time, past ours.
        Sdk.SetDefaultTextMapPropagator(new TraceContextPropagator());
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("sweet-web"))
            .WithTracing(traces => traces
                .AddAspNetCoreInstrumentation(o => o.Filter =
                    context => !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
                .AddHttpClientInstrumentation()
                .AddProcessor(new AddressMasker()))
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddMeter(SweetMetrics.MeterName))
            .UseOtlpExporter();
    }
}
