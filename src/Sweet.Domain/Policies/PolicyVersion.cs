namespace Sweet.Domain.Policies;

/// <summary>The dated text of a policy. Never edited: a change is a new version, and orders say which ones they accepted.</summary>
public sealed class PolicyVersion
{
    public const int TitleMaxLength = 150;

    private PolicyVersion()
    {
    }

    public PolicyVersion(PolicyKind kind, string title, string body, DateTime effectiveFromUtc, bool isSample)
    {
        Kind = kind;
        Title = title;
        Body = body;
        EffectiveFromUtc = effectiveFromUtc;
        IsSample = isSample;
    }

    public int Id { get; private set; }

    public PolicyKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Markdown.</summary>
    public string Body { get; private set; } = "";

    public DateTime EffectiveFromUtc { get; private set; }

    public bool IsSample { get; private set; }
}

public enum PolicyKind
{
    Refunds,
    Privacy,
    Terms,
    Accessibility,
    Grievances,
    Contact,
}

public static class PolicyQueries
{
    /// <summary>The version of a policy that holds at a moment; of two, the later one.</summary>
    public static IQueryable<PolicyVersion> InForce(this IQueryable<PolicyVersion> versions, PolicyKind kind, DateTime nowUtc) =>
        versions
            .Where(v => v.Kind == kind && v.EffectiveFromUtc <= nowUtc)
            .OrderByDescending(v => v.EffectiveFromUtc).ThenByDescending(v => v.Id)
            .Take(1);
}
