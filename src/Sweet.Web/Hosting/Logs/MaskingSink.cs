using Serilog.Core;
using Serilog.Events;

namespace Sweet.Web.Hosting.Logs;

/// <summary>
/// Stands before every output: takes the path out of the framework's scopes, the values out of exceptions,
/// and addresses out of all text.
/// </summary>
internal sealed class MaskingSink(Logger outputs) : ILogEventSink, IDisposable
{
    public void Emit(LogEvent logEvent)
    {
        logEvent.RemovePropertyIfPresent("RequestPath");
        // EF Core writes the whole exception into its sentence too, with the values that the database quotes.
        if (logEvent.Exception is not null && logEvent.Properties.ContainsKey("error"))
        {
            var masked = new ScalarValue(new MaskedException(logEvent.Exception).ToString());
            logEvent.AddOrUpdateProperty(new LogEventProperty("error", masked));
        }

        foreach (var (name, value) in logEvent.Properties.ToList())
        {
            if (value is ScalarValue { Value: string text } && text.Contains('@', StringComparison.Ordinal))
                logEvent.AddOrUpdateProperty(new LogEventProperty(name, new ScalarValue(Addresses.Mask(text))));
        }

        outputs.Write(logEvent.Exception is null ? logEvent : WithMasked(logEvent, logEvent.Exception));
    }

    public void Dispose() => outputs.Dispose();

    private static LogEvent WithMasked(LogEvent e, Exception exception) =>
        new(
            e.Timestamp,
            e.Level,
            new MaskedException(exception),
            e.MessageTemplate,
            e.Properties.Select(p => new LogEventProperty(p.Key, p.Value)),
            e.TraceId ?? default,
            e.SpanId ?? default);
}
