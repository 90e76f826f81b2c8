using System.Globalization;

namespace Sweet.Web.Payments;

/// <summary>
/// What we have Stripe keep for us: enough to know our objects among others on the same account, and to remake an
/// enrollment that our database has lost. No personal data.
/// </summary>
internal static class StripeMetadata
{
    public const string Number = "sweet_enrollment";
    public const string Attempt = "sweet_attempt";
    public const string Cohort = "sweet_cohort";
    /// <summary>The link that emails have, as secret as the way back in the session: so that they lead to what is remade.</summary>
    public const string MailedLink = "sweet_mailed_link";

    public const string RefundPolicy = "sweet_refund_policy";
    public const string PrivacyPolicy = "sweet_privacy_policy";
    public const string Refund = "sweet_refund";
    public const string Reason = "sweet_reason";

    public static string Write(int id) => id.ToString(CultureInfo.InvariantCulture);

    public static int? Id(this IReadOnlyDictionary<string, string>? metadata, string key) =>
        int.TryParse(metadata?.GetValueOrDefault(key), CultureInfo.InvariantCulture, out var id) ? id : null;
}
