using Microsoft.Extensions.Options;

namespace Sweet.Web.Payments;

/// <summary>Where a person finds at Stripe what we only name: in the dashboard of the mode that the key is of.</summary>
public sealed class StripeDashboard(IOptions<StripeOptions> options)
{
    private const string Address = "https://dashboard.stripe.com";

    /// <summary>What has no page of its own there is found by its search.</summary>
    private static readonly string[] Searched = ["re_", "pyr_", "cs_", "evt_"];

    private string Root => options.Value.SecretKey.Contains("_live_", StringComparison.Ordinal) ? Address : $"{Address}/test";

    public string Payment(string paymentIntentId) => $"{Root}/payments/{Uri.EscapeDataString(paymentIntentId)}";

    public string Dispute(string disputeId) => $"{Root}/disputes/{Uri.EscapeDataString(disputeId)}";

    public string Payout(string payoutId) => $"{Root}/payouts/{Uri.EscapeDataString(payoutId)}";

    /// <summary>Of an object of any kind.</summary>
    /// <returns>Null for an id that is none of Stripe's.</returns>
    public string? AddressOf(string? objectId) => objectId switch
    {
        null => null,
        _ when BeginsWith(objectId, "pi_", "ch_") => Payment(objectId),
        _ when BeginsWith(objectId, "du_", "dp_") => Dispute(objectId),
        _ when BeginsWith(objectId, Searched) => $"{Root}/search?query={Uri.EscapeDataString(objectId)}",
        _ => null,
    };

    private static bool BeginsWith(string id, params string[] prefixes) =>
        Array.Exists(prefixes, p => id.StartsWith(p, StringComparison.Ordinal));
}
