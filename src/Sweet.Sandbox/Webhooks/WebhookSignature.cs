using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sweet.Sandbox.Webhooks;

/// <summary>Stripe's scheme: HMAC-SHA256 over "timestamp.body".</summary>
public static class WebhookSignature
{
    public const string Header = "Stripe-Signature";

    public static string Of(string body, string secret, DateTimeOffset signedAt)
    {
        var time = signedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{body}"));
        return $"t={time},v1={Convert.ToHexStringLower(hash)}";
    }
}
