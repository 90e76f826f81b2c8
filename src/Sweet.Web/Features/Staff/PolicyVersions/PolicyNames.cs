using Sweet.Domain.Policies;

namespace Sweet.Web.Features.Staff.PolicyVersions;

internal static class PolicyNames
{
    // Not Enum.TryParse, which takes numbers and any case: one page, one address.
    public static PolicyKind? KindOf(string name) =>
        Enum.GetValues<PolicyKind>().Where(k => k.Name() == name).Select(k => (PolicyKind?)k).SingleOrDefault();

    public static string Name(this PolicyKind kind) => kind.ToString().ToLowerInvariant();
}
