using System.Collections.Concurrent;
using Sweet.Domain.Staff;

namespace Sweet.Web.Staffing;

/// <summary>
/// When sessions were last used on this instance, until a worker writes it down: a page that is only read writes nothing.
/// </summary>
public sealed class LastUses
{
    private readonly ConcurrentDictionary<int, DateTime> noted = new();

    public void Note(int sessionId, DateTime nowUtc) => noted[sessionId] = nowUtc;

    public DateTime Of(StaffSession session) =>
        noted.TryGetValue(session.Id, out var usedAtUtc) && usedAtUtc > session.LastUsedAtUtc ? usedAtUtc : session.LastUsedAtUtc;

    /// <summary>All that were noted since the last call.</summary>
    public IReadOnlyDictionary<int, DateTime> Take()
    {
        var taken = new Dictionary<int, DateTime>();
        foreach (var id in noted.Keys)
            if (noted.TryRemove(id, out var usedAtUtc)) taken[id] = usedAtUtc;
        return taken;
    }
}
