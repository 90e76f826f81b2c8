using System.Globalization;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace Sweet.Web.Tests.Hosting;

/// <summary>The site's log as its outputs see it, one JSON object a line.</summary>
public sealed class KeptLog : ILogEventSink
{
    private readonly KeptLines lines = new();

    public string Text => lines.Text;

    public void Emit(LogEvent logEvent)
    {
        using var line = new StringWriter(CultureInfo.InvariantCulture);
        new CompactJsonFormatter().Format(logEvent, line);
        lines.Add(line.ToString());
    }

    /// <summary>The first line with all of these. A request is logged after its answer has gone out, so it may still have to come.</summary>
    public Task<string> Line(params string[] parts) => lines.Line(parts);
}
