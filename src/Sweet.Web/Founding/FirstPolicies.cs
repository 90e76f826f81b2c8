using Sweet.Domain.Policies;

namespace Sweet.Web.Founding;

/// <summary>One version of each policy, each a sample that says so: the institute writes its own over them.</summary>
public static class FirstPolicies
{
    public static IReadOnlyList<PolicyVersion> All(DateTime effectiveFromUtc) =>
        [.. Enum.GetValues<PolicyKind>().Select(kind => Of(kind, effectiveFromUtc))];

    public static PolicyVersion Of(PolicyKind kind, DateTime effectiveFromUtc) =>
        new(kind, TitleOf(kind), Read(kind.ToString().ToLowerInvariant()), effectiveFromUtc, isSample: true);

    private static string TitleOf(PolicyKind kind) => kind switch
    {
        PolicyKind.Refunds => "Refund policy",
        PolicyKind.Privacy => "Privacy notice",
        PolicyKind.Terms => "Terms and attendance",
        _ => kind.ToString(),
    };

    // The Markdown files beside this one, which travel inside the assembly.
    private static string Read(string name)
    {
        var resource = $"{typeof(FirstPolicies).Namespace}.Policies.{name}.md";
        using var stream = typeof(FirstPolicies).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
