using Sweet.Domain;

namespace Sweet.Web.Email.Delivery;

/// <summary>How long a message rests after an attempt that came to nothing.</summary>
public static class RetryTimes
{
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private static readonly BackOff Waits = new(TimeSpan.FromSeconds(15), Longest);

    /// <inheritdoc cref="BackOff.After(int, double)"/>
    public static TimeSpan After(int attempts, double chance) => Waits.After(attempts, chance);
}
