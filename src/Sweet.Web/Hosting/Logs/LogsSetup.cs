using System.Globalization;
using Microsoft.AspNetCore.Connections;
using Serilog;
using Serilog.AspNetCore;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;
using Sweet.Web.Hosting.Logs;

namespace Sweet.Web.Hosting;

public static class LogsSetup
{
    private const string ReadableLine = "{Timestamp:HH:mm:ss.fff} {Level:u3} {Message:lj} {TraceId}{NewLine}{Exception}";

    /// <summary>Readable lines for a developer, one JSON object a line in Production. Sinks in the services see the same, masked.</summary>
    public static void AddLogs(this WebApplicationBuilder builder) =>
        builder.Services.AddSerilog((services, logs) => logs
            .MinimumLevel.Information()
            // Below a warning the framework tells addresses, queries and headers; link tokens and personal data are in them.
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            // Without it the framework makes a trace and a scope for each request, of kept pages too; ours begin behind those.
            .MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", LevelAlias.Off)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .MinimumLevel.Override("Polly", LogEventLevel.Warning)
            // A cookie that does not read is its visitor's own doing, and a new one is given: no alarm for strangers to ring.
            .MinimumLevel.Override("Microsoft.AspNetCore.Antiforgery", LogEventLevel.Fatal)
            .MinimumLevel.Override("Microsoft.AspNetCore.Mvc.ViewFeatures.CookieTempDataProvider", LogEventLevel.Fatal)
            .Enrich.FromLogContext()
            // Kestrel's word for a form whose sender hangs up halfway: anybody can.
            .Filter.ByExcluding(e => e.MessageTemplate.Text == "Connection processing ended abnormally.")
            // The command says it in one line.
            .Filter.ByExcluding(e => e.Exception?.InnerException is AddressInUseException)
            .WriteTo.Sink(new MaskingSink(Outputs(services, builder.Environment.IsProduction()))),
            // Several sites may live in one process, as they do in the tests: each has its own logger.
            preserveStaticLogger: true);

    /// <summary>One line for each request, with the route's template in place of the path.</summary>
    public static IApplicationBuilder UseRequestLog(this IApplicationBuilder app) =>
        app.UseSerilogRequestLogging(options => Configure(options, app.ApplicationServices.GetRequiredService<Serilog.ILogger>()));

    private static void Configure(RequestLoggingOptions options, Serilog.ILogger logger)
    {
        options.Logger = logger;
        options.MessageTemplate = "{Method} {Route} answered {StatusCode} in {Elapsed:0.0} ms";
        options.GetMessageTemplateProperties = (context, _, elapsed, status) =>
        [
            new("Method", new ScalarValue(RouteTemplate.MethodOf(context))),
            new("Route", new ScalarValue(RouteTemplate.Of(context))),
            new("StatusCode", new ScalarValue(status)),
            new("Elapsed", new ScalarValue(elapsed)),
        ];
        options.GetLevel = (context, _, exception) =>
            exception is not null || context.Response.StatusCode >= StatusCodes.Status500InternalServerError ? LogEventLevel.Error
            : RouteTemplate.IsRoutine(context) ? LogEventLevel.Debug
            : LogEventLevel.Information;
    }

    private static Logger Outputs(IServiceProvider services, bool isProduction)
    {
        var outputs = new LoggerConfiguration().MinimumLevel.Verbose();
        foreach (var sink in services.GetServices<ILogEventSink>())
            outputs.WriteTo.Sink(sink);

        return isProduction
            ? outputs.WriteTo.Console(new CompactJsonFormatter()).CreateLogger()
            : outputs.WriteTo.Console(outputTemplate: ReadableLine, formatProvider: CultureInfo.InvariantCulture).CreateLogger();
    }
}
