using Sweet.Domain.Cases;

namespace Sweet.Web.Features.Staff.Cases;

/// <summary>Which cases an address asks for: <c>?show=resolved&amp;about=disputes</c>. What it does not know it passes over.</summary>
public sealed record CaseFilter(bool IsResolved, CaseTopic? Topic)
{
    public static CaseFilter From(HttpRequest request) => new(
        string.Equals(request.Query["show"], "resolved", StringComparison.OrdinalIgnoreCase),
        Enum.TryParse<CaseTopic>(request.Query["about"], ignoreCase: true, out var topic) && Enum.IsDefined(topic) ? topic : null);

    public string Address
    {
        get
        {
            var about = Topic is { } topic ? $"about={topic.ToString().ToLowerInvariant()}" : null;
            string?[] parts = [IsResolved ? "show=resolved" : null, about];
            var query = string.Join('&', parts.OfType<string>());
            return query.Length == 0 ? "/admin/cases" : $"/admin/cases?{query}";
        }
    }
}

/// <summary>What a case is about, for who looks for one.</summary>
public enum CaseTopic
{
    Disputes,
    Payments,
    Refunds,
    Emails,
    Site,
}

internal static class CaseTopics
{
    public static CaseTopic Of(OpenCaseKind kind) => kind switch
    {
        OpenCaseKind.DisputeOpened or OpenCaseKind.DisputeLost or OpenCaseKind.DisputeWonBack => CaseTopic.Disputes,
        OpenCaseKind.RefundFailed or OpenCaseKind.RefundStuck or OpenCaseKind.RefundedAtStripe or OpenCaseKind.UnknownAtStripe
            or OpenCaseKind.WithdrawalUndecided or OpenCaseKind.BalanceShort => CaseTopic.Refunds,
        OpenCaseKind.MessageFailed => CaseTopic.Emails,
        OpenCaseKind.ReconciliationGap or OpenCaseKind.DatabaseRestored or OpenCaseKind.UnsettledAtStripe => CaseTopic.Site,
        _ => CaseTopic.Payments,
    };

    public static IReadOnlyList<OpenCaseKind> KindsOf(CaseTopic topic) => [.. Enum.GetValues<OpenCaseKind>().Where(k => Of(k) == topic)];
}
