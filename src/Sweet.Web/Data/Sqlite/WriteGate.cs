using System.Diagnostics;
using Sweet.Web.Data.Faults;

namespace Sweet.Web.Data.Sqlite;

/// <summary>
/// One a process and database: as many write transactions pass at once as it is wide. The others wait here, where waiting is
/// asynchronous, can be cancelled, and holds no connection.
/// </summary>
/// <param name="width">SQLite has one writer.</param>
public sealed class WriteGate(int width = 1) : IDisposable
{
    /// <summary>Workers write more often than this; where they are switched off, the next registration tells.</summary>
    private static readonly TimeSpan TroubleLasts = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim gate = new(width);
    private long outOfRoomAt;

    /// <summary>A write has lately failed because the disk is full, or gone.</summary>
    public bool IsOutOfRoom =>
        Interlocked.Read(ref outOfRoomAt) is var at and not 0 && Stopwatch.GetElapsedTime(at) < TroubleLasts;

    public async Task<T> Pass<T>(Func<Task<T>> write, CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            return await write();
        }
        catch (Exception failure) when (failure.IsOutOfRoom())
        {
            Interlocked.Exchange(ref outOfRoomAt, Stopwatch.GetTimestamp());
            throw;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();
}
