using System.Collections.Concurrent;
using System.Globalization;
using Serilog.Core;
using Serilog.Events;

namespace Sweet.Web.Tests.Support;

/// <summary>All that the site has logged, as it goes to every output: masked.</summary>
public sealed class SiteLog : ILogEventSink
{
    private readonly ConcurrentQueue<LogEvent> events = [];

    public IReadOnlyCollection<LogEvent> Events => events;

    /// <summary>Every line, with all properties and exceptions.</summary>
    public string Text => string.Join(Environment.NewLine, events.Select(TextOf));

    public void Emit(LogEvent logEvent) => events.Enqueue(logEvent);

    private static string TextOf(LogEvent one) =>
        $"{one.Level} {one.RenderMessage(CultureInfo.InvariantCulture)} {string.Join(' ', one.Properties.Select(p => $"{p.Key}={p.Value}"))} {one.Exception}";
}
