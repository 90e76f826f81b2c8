using System.Collections.Concurrent;

namespace Sweet.Web.Data.Leases;

/// <summary>
/// For how long this process has seen a lease unchanged, by its own clock alone: the clocks of two instances may differ
/// by minutes, so the moment that another one has written is never compared with ours.
/// </summary>
public sealed class SeenLeases(TimeProvider clock)
{
    private const int ManyLeases = 1_000;

    private static readonly TimeSpan LongUnseen = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Sighting> seen = new(StringComparer.Ordinal);

    /// <summary>Looks at a lease. The first look at it, and at each change of it, begins the time anew.</summary>
    /// <param name="untilUtc">As it stands in the row: whoever renews the lease changes it.</param>
    /// <returns>Whether it has stood as it is for its whole length while we looked on.</returns>
    public bool HasLapsed(string name, long fence, DateTime? untilUtc, TimeSpan length) =>
        clock.GetElapsedTime(Look(name, fence, untilUtc).Since) >= length;

    /// <summary>This process has changed the lease itself: its time begins now.</summary>
    public void Note(string name, long fence, DateTime? untilUtc) => Look(name, fence, untilUtc);

    private Sighting Look(string name, long fence, DateTime? untilUtc)
    {
        if (seen.Count > ManyLeases) ForgetOld();

        return seen.AddOrUpdate(
            name,
            _ => new Sighting(fence, untilUtc, clock.GetTimestamp()),
            (_, known) => known.Fence == fence && known.UntilUtc == untilUtc ? known : new Sighting(fence, untilUtc, clock.GetTimestamp()));
    }

    // Of leases that came to their end at another instance nobody looks again.
    private void ForgetOld()
    {
        foreach (var (name, sighting) in seen)
        {
            if (clock.GetElapsedTime(sighting.Since) > LongUnseen) seen.TryRemove(name, out _);
        }
    }

    private sealed record Sighting(long Fence, DateTime? UntilUtc, long Since);
}
