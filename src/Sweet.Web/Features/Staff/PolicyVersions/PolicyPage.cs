using Sweet.Domain.Policies;
using Sweet.Web.Wording.Comparing;

namespace Sweet.Web.Features.Staff.PolicyVersions;

public sealed record PoliciesPage(IReadOnlyList<PolicyOfKind> Kinds)
{
    public bool AreMissing => Kinds.Any(k => k.Versions.Count == 0);
}

/// <param name="Versions">The newest first.</param>
public sealed record PolicyOfKind(PolicyKind Kind, IReadOnlyList<PolicyVersionRow> Versions)
{
    public string Address => $"/admin/policies/{Kind.Name()}/new";
}

public sealed record PolicyVersionRow
{
    public int Id { get; init; }

    public PolicyKind Kind { get; init; }

    public required string Title { get; init; }

    public DateTime EffectiveFromUtc { get; init; }

    public bool IsSample { get; init; }

    /// <summary>How many have accepted this version.</summary>
    public int Orders { get; init; }

    public string State { get; init; } = "";

    public string Square => State switch
    {
        "In force" => "confirmed",
        "To come" => "draft",
        _ => "ended",
    };

    /// <param name="versions">Of one kind, the newest first.</param>
    public static IEnumerable<PolicyVersionRow> Dated(IEnumerable<PolicyVersionRow> versions, DateTime nowUtc)
    {
        var isFound = false;
        foreach (var version in versions)
        {
            var hasBegun = version.EffectiveFromUtc <= nowUtc;
            yield return version with { State = !hasBegun ? "To come" : isFound ? "Former" : "In force" };
            isFound |= hasBegun;
        }
    }
}

/// <param name="Body">Markdown.</param>
public sealed record PolicyVersionPage(PolicyVersionRow Version, string Body)
{
    public IEnumerable<string> Lines => Body.Split('\n').Where(line => line.Trim().Length > 0);

    public PolicyVersionRow? Before { get; init; }

    /// <summary>With the version before; null for the first.</summary>
    public TextComparison? Comparison { get; init; }
}

/// <param name="Newest">That is saved, in force or to come.</param>
public sealed record NewPolicyPage(PolicyKind Kind, PolicyVersion? Newest, PolicyForm Form)
{
    /// <summary>Of the newest with what was typed; null until something was.</summary>
    public TextComparison? Comparison { get; init; }
}
