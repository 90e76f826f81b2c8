namespace Sweet.Domain;

/// <summary>How long to rest after an attempt that came to nothing: twice as long as after the one before, up to a cap.</summary>
public sealed record BackOff(TimeSpan First, TimeSpan Longest)
{
    private const double Spread = 0.2;

    public TimeSpan After(int attempts) => Capped(First.Ticks * Math.Pow(2, attempts - 1));

    /// <summary>A fifth more or less by chance, so that a backlog does not return all at once.</summary>
    /// <param name="attempts">Made so far, at least one.</param>
    /// <param name="chance">From 0 to 1.</param>
    public TimeSpan After(int attempts, double chance) => Capped(After(attempts).Ticks * (1 - Spread + (2 * Spread * chance)));

    private TimeSpan Capped(double ticks) => ticks < Longest.Ticks ? TimeSpan.FromTicks((long)ticks) : Longest;
}
