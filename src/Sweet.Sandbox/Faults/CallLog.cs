using System.Collections.Concurrent;

namespace Sweet.Sandbox.Faults;

/// <param name="Service">stripe or sendgrid; null for an address that is neither's.</param>
/// <param name="Status">Null when the connection broke.</param>
public sealed record ReceivedCall(string? Service, string Method, string Path, string? IdempotencyKey, int? Status);

/// <summary>Every call that came in, in the order of being answered.</summary>
public sealed class CallLog
{
    private readonly ConcurrentQueue<ReceivedCall> calls = [];

    public IReadOnlyList<ReceivedCall> All => [.. calls];

    /// <summary>Calls that the stand-ins do not know; a test asserts that there are none.</summary>
    public IReadOnlyList<ReceivedCall> Unknown => [.. calls.Where(call => call.Status == 501)];

    internal void Add(ReceivedCall call) => calls.Enqueue(call);
}
