using System.Collections.Concurrent;

namespace Sweet.Web.Tests.Hosting;

/// <summary>Text that arrives while a test runs, and may be waited for.</summary>
public sealed class KeptLines
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<string> lines = new();
    private volatile TaskCompletionSource written = NewSignal();

    public string Text => string.Concat(lines);

    public void Add(string line)
    {
        lines.Enqueue(line);
        Interlocked.Exchange(ref written, NewSignal()).SetResult();
    }

    /// <summary>The first line with all of these.</summary>
    public async Task<string> Line(params string[] parts)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var next = written.Task;
            if (lines.FirstOrDefault(line => parts.All(part => line.Contains(part, StringComparison.Ordinal))) is { } found)
                return found;
            await next.WaitAsync(patience.Token);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
