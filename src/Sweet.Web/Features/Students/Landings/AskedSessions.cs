namespace Sweet.Web.Features.Students.Landings;

/// <summary>Whoever loads the landing page over and over asks us, and Stripe only now and then: its last answer stands meanwhile.</summary>
/// <remarks>Each instance counts for itself.</remarks>
public sealed class AskedSessions(TimeProvider clock)
{
    private const int Most = 3;
    private const int KeptWithoutSweeping = 1_000;
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, Asked> sessions = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <returns>What Stripe says, or what it said last; while its first answer is awaited, as if it gave none.</returns>
    public async Task<Landing> Ask(string sessionId, Func<Task<Landing>> ask)
    {
        var asked = Find(sessionId);
        if (Interlocked.Increment(ref asked.Times) > Most) return asked.Last;

        return asked.Last = await ask();
    }

    private Asked Find(string sessionId)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            if (sessions.TryGetValue(sessionId, out var asked) && now - asked.Since < Span) return asked;

            if (sessions.Count >= KeptWithoutSweeping)
                foreach (var old in sessions.Where(s => now - s.Value.Since >= Span).Select(s => s.Key).ToList()) sessions.Remove(old);
            return sessions[sessionId] = new Asked { Since = now, Last = asked?.Last ?? Landing.Unsettled };
        }
    }

    private sealed class Asked
    {
        public int Times;

        public DateTimeOffset Since { get; init; }

        public Landing Last { get; set; }
    }
}
