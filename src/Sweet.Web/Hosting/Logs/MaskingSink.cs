using Serilog.Core;
using Serilog.Events;

namespace Sweet.Web.Hosting.Logs;

/// <summary>Stands before every output: takes the path out of the framework's scopes and the values out of exceptions.</summary>
internal sealed class MaskingSink(Logger outputs) : ILogEventSink, IDisposable
{
    public void Emit(LogEvent logEvent)
    {
        logEvent.RemovePropertyIfPresent("RequestPath");
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
