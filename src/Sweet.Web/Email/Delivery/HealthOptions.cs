namespace Sweet.Web.Email.Delivery;

public sealed class HealthOptions
{
    public const string Section = "Health";

    /// <summary>How long a message may wait for its first or next attempt to succeed before the site calls itself degraded.</summary>
    public TimeSpan OldestUnsentMessage { get; set; } = TimeSpan.FromMinutes(15);
}
