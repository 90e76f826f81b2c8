namespace Sweet.Web.Email.Delivery;

/// <summary>How long a message rests after an attempt that came to nothing.</summary>
public static class RetryTimes
{
    public static readonly TimeSpan First = TimeSpan.FromSeconds(15);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private const int DoublingsToLongest = 8;

    /// <summary>Doubles from one attempt to the next; a fifth more or less by chance, so that a backlog does not return all at once.</summary>
    /// <param name="attempts">Made so far, at least one.</param>
    /// <param name="chance">From 0 to 1.</param>
    public static TimeSpan After(int attempts, double chance)
    {
        var wait = First * Math.Pow(2, Math.Min(attempts - 1, DoublingsToLongest));
        var spread = wait * (0.8 + (0.4 * chance));
        return spread < Longest ? spread : Longest;
    }
}
