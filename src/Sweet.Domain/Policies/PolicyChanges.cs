using System.Globalization;

namespace Sweet.Domain.Policies;

/// <summary>How a policy comes to say something else: by a new version, which holds from its date on.</summary>
public static class PolicyChanges
{
    public const int BodyMaxLength = 15_000;

    /// <summary>A date that far away is a slip.</summary>
    public static readonly TimeSpan LatestAhead = TimeSpan.FromDays(2 * 365);

    /// <summary>Why no version can begin then, or null.</summary>
    public static PolicyRefusal? RefusalFor(DateTime effectiveFromUtc, DateTime nowUtc) =>
        effectiveFromUtc < nowUtc ? PolicyRefusal.InThePast
        : effectiveFromUtc > nowUtc + LatestAhead ? PolicyRefusal.TooFarAhead
        : null;

    /// <param name="before">The version in force when it was written, or null for the first.</param>
    public static HistoryEntry Added(this PolicyVersion version, PolicyVersion? before, Actor by, DateTime nowUtc) =>
        new($"Policy {version.Kind}", before is null ? null : InWords(before), InWords(version), by, nowUtc);

    private static string InWords(PolicyVersion version) => string.Create(
        CultureInfo.InvariantCulture,
        $"{version.Title}, from {version.EffectiveFromUtc:yyyy-MM-dd HH:mm} UTC, {version.Body.Length} characters");
}

public enum PolicyRefusal
{
    /// <summary>What somebody has accepted is not changed afterwards.</summary>
    InThePast,
    TooFarAhead,
}
