namespace Sweet.Web.Data.Sqlite;

/// <summary>One a process and database: write transactions pass one by one.</summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim gate = new(1);

    public async Task<IDisposable> Enter(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        return new Turn(gate);
    }

    public void Dispose() => gate.Dispose();

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
