using Sweet.Web.Hosting.Settings;

namespace Sweet.Web.Payments;

internal static class StripeRules
{
    private const string SecretKey = $"{StripeOptions.Section}:{nameof(StripeOptions.SecretKey)}";
    private const string WebhookSecret = $"{StripeOptions.Section}:{nameof(StripeOptions.WebhookSecret)}";
    private const string PreviousWebhookSecret = $"{StripeOptions.Section}:{nameof(StripeOptions.PreviousWebhookSecret)}";

    private const string NetworkRetries = $"{StripeOptions.Section}:{nameof(StripeOptions.NetworkRetries)}";
    private const int MostRetries = 3;

    private static readonly string[] LiveKeys = ["sk_live_", "rk_live_"];
    private static readonly string[] TestKeys = ["sk_test_", "rk_test_"];

    public static void CheckStripe(this SettingsReview review)
    {
        var stripe = review.Read<StripeOptions>(StripeOptions.Section);

        if (review.Require(SecretKey, stripe.SecretKey, "Stripe's secret key, sk_… or rk_…"))
            CheckKey(review, stripe);
        if (review.Require(WebhookSecret, stripe.WebhookSecret, "the signing secret of the webhook endpoint, whsec_…"))
            CheckWebhookSecret(review, WebhookSecret, stripe.WebhookSecret);
        if (!string.IsNullOrEmpty(stripe.PreviousWebhookSecret))
            CheckWebhookSecret(review, PreviousWebhookSecret, stripe.PreviousWebhookSecret);

        if (stripe.NetworkRetries is < 0 or > MostRetries)
            review.Refuse(NetworkRetries, $"must be 0 to {MostRetries}");
        review.RequireUrl($"{StripeOptions.Section}:{nameof(StripeOptions.ApiBase)}", stripe.ApiBase, "where Stripe's API answers");
        review.RequireUrl($"{StripeOptions.Section}:{nameof(StripeOptions.CheckoutOrigin)}",
            stripe.CheckoutOrigin, "where Stripe's payment page lives", originOnly: true);
    }

    private static void CheckKey(SettingsReview review, StripeOptions stripe)
    {
        var isLive = Array.Exists(LiveKeys, p => BeginsWith(stripe.SecretKey, p));
        var isTest = Array.Exists(TestKeys, p => BeginsWith(stripe.SecretKey, p));

        if (!isLive && !isTest)
            review.Refuse(SecretKey, "is malformed: a key begins with sk_live_, rk_live_, sk_test_ or rk_test_");
        else if (isLive != review.IsProduction && !stripe.AllowKeyOfOtherMode)
            review.Refuse(SecretKey, isLive
                ? "is a live key outside Production; it would move real money. Stripe:AllowKeyOfOtherMode permits it"
                : "is a test key in Production; no one could pay. Stripe:AllowKeyOfOtherMode permits it");
    }

    private static void CheckWebhookSecret(SettingsReview review, string key, string secret)
    {
        if (!BeginsWith(secret, "whsec_"))
            review.Refuse(key, "is malformed: a signing secret begins with whsec_");
    }

    private static bool BeginsWith(string value, string prefix) =>
        value.Length > prefix.Length && value.StartsWith(prefix, StringComparison.Ordinal) && !value.Any(char.IsWhiteSpace);
}
