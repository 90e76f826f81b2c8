using Sweet.Domain.Policies;

namespace Sweet.Sandbox.Demonstration;

internal static class DemonstrationPolicies
{
    public static IReadOnlyList<PolicyVersion> All() =>
    [
        Sample(PolicyKind.Refunds, "Refund policy"),
        Sample(PolicyKind.Privacy, "Privacy notice"),
        Sample(PolicyKind.Terms, "Terms and attendance"),
        Sample(PolicyKind.Accessibility, "Accessibility"),
        Sample(PolicyKind.Grievances, "Grievances"),
        Sample(PolicyKind.Contact, "Contact"),
    ];

    private static PolicyVersion Sample(PolicyKind kind, string title) =>
        new(kind, title, EmbeddedText.Read("Policies", kind.ToString().ToLowerInvariant()), DemonstrationData.BeganUtc, isSample: true);
}
