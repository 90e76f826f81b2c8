using Microsoft.Extensions.Options;

namespace Sweet.Web.Payments;

/// <summary>Where a person finds at Stripe what we only name.</summary>
public sealed class StripeDashboard(IOptions<StripeOptions> options)
{
    private const string Address = "https://dashboard.stripe.com";

    private string Root => options.Value.SecretKey.Contains("_live_", StringComparison.Ordinal) ? Address : $"{Address}/test";

    public string Payment(string paymentIntentId) => $"{Root}/payments/{Uri.EscapeDataString(paymentIntentId)}";

    public string Dispute(string disputeId) => $"{Root}/disputes/{Uri.EscapeDataString(disputeId)}";
}
