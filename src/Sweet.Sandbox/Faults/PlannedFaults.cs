namespace Sweet.Sandbox.Faults;

/// <summary>What shall go wrong next at one of the two services.</summary>
public sealed class PlannedFaults
{
    private readonly Lock gate = new();
    private readonly List<Planned> planned = [];
    private TaskCompletionSource release = NewSignal();
    private TaskCompletionSource hanging = NewSignal();

    public IReadOnlyList<string> Described
    {
        get
        {
            lock (gate)
                return [.. planned.Select(plan => plan.ToString())];
        }
    }

    /// <param name="path">A part of the path, such as <c>/refunds</c>; null: any.</param>
    public void Next(Fault fault, int times = 1, string? method = null, string? path = null)
    {
        lock (gate)
            planned.Add(new(fault, times, method, path));
    }

    /// <summary>Until <see cref="Clear"/>.</summary>
    public void Always(Fault fault, string? method = null, string? path = null) => Next(fault, int.MaxValue, method, path);

    /// <summary>Plans nothing more and lets hanging calls go on.</summary>
    public void Clear()
    {
        lock (gate)
            planned.Clear();
        Release();
    }

    public void Release() => Interlocked.Exchange(ref release, NewSignal()).TrySetResult();

    /// <summary>Done as soon as a call hangs.</summary>
    public Task Hanging => hanging.Task;

    internal Fault? Take(string method, string path)
    {
        lock (gate)
        {
            var found = planned.Find(plan => plan.Concerns(method, path));
            if (found is null)
                return null;
            planned.Remove(found);
            if (found.Times > 1)
                planned.Insert(0, found with { Times = found.Times == int.MaxValue ? int.MaxValue : found.Times - 1 });
            return found.Fault;
        }
    }

    internal async Task Hang(CancellationToken callerGone)
    {
        var released = release.Task;
        hanging.TrySetResult();
        try
        {
            await released.WaitAsync(callerGone);
        }
        finally
        {
            Interlocked.Exchange(ref hanging, NewSignal());
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed record Planned(Fault Fault, int Times, string? Method, string? Path)
    {
        public override string ToString() =>
            string.Join(
                ' ', new[] { FaultNames.Of(Fault), "×", Times == int.MaxValue ? "always" : $"{Times}", Method, Path }.OfType<string>());

        public bool Concerns(string method, string path) =>
            (Method is null || string.Equals(Method, method, StringComparison.OrdinalIgnoreCase)) &&
            (Path is null || path.Contains(Path, StringComparison.Ordinal));
    }
}
