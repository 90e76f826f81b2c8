using Sweet.Domain.Disputes;
using Sweet.Domain.Refunds;

namespace Sweet.Domain.Settlements;

/// <summary>Stripe's words for refunds and disputes. One that is not here is looked at by a person, and is never a crash.</summary>
/// <remarks>https://docs.stripe.com/api/refunds/object, https://docs.stripe.com/api/disputes/object</remarks>
public static class StripeWords
{
    /// <summary>What a pending refund waits for until our account at Stripe holds enough money.</summary>
    public const string ShortBalance = "insufficient_funds";

    /// <summary>Null for a word that we do not know.</summary>
    public static RefundStatus? RefundStatusOf(string? word) => word switch
    {
        "pending" => RefundStatus.Pending,
        "requires_action" => RefundStatus.RequiresAction,
        "succeeded" => RefundStatus.Succeeded,
        "failed" => RefundStatus.Failed,
        "canceled" => RefundStatus.Cancelled,
        _ => null,
    };

    /// <summary>"prevented" and a closed inquiry took no money; a word that we do not know is looked at, so it stays open.</summary>
    public static DisputeStatus DisputeStatusOf(string word) => word switch
    {
        "won" or "warning_closed" or "prevented" => DisputeStatus.Won,
        "lost" => DisputeStatus.Lost,
        _ => DisputeStatus.Open,
    };

    /// <summary>The bank asks before it takes the money.</summary>
    public static bool IsInquiry(string disputeWord) => disputeWord.StartsWith("warning_", StringComparison.Ordinal);

    /// <summary>The bank has our answer, and decides.</summary>
    public static bool IsUnderReview(string disputeWord) => disputeWord is "under_review" or "warning_under_review";
}
