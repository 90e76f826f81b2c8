using System.Security.Cryptography;
using Sweet.Web.Hosting.Settings;

namespace Sweet.Web.Email.Delivery;

internal static class SendGridRules
{
    public static void CheckSendGrid(this SettingsReview review)
    {
        var sendGrid = review.Read<SendGridOptions>(SendGridOptions.Section);

        review.Require(Key(nameof(SendGridOptions.ApiKey)), sendGrid.ApiKey, "SendGrid's API key");
        review.RequireUrl(Key(nameof(SendGridOptions.Host)), sendGrid.Host, "where SendGrid's API answers");
        review.RequireAddress(Key(nameof(SendGridOptions.From)), sendGrid.From, "the verified sender of every email");

        for (var i = 0; i < sendGrid.AllowedRecipients.Count; i++)
        {
            if (!IsAddressOrDomain(sendGrid.AllowedRecipients[i]))
                review.Refuse(
                    $"{Key(nameof(SendGridOptions.AllowedRecipients))}:{i}",
                    "is neither an email address, nor a domain written as @example.com, nor *");
        }

        CheckKey(review, nameof(SendGridOptions.EventPublicKey), sendGrid.EventPublicKey);
        CheckKey(review, nameof(SendGridOptions.PreviousEventPublicKey), sendGrid.PreviousEventPublicKey);
    }

    private static void CheckKey(SettingsReview review, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value) && !IsPublicKey(value))
            review.Refuse(Key(name), "is not the base64 text of an ECDSA public key");
    }

    private static string Key(string name) => $"{SendGridOptions.Section}:{name}";

    private static bool IsAddressOrDomain(string value) =>
        value == SendGridOptions.Everybody || SettingsReview.IsAddress(value.StartsWith('@') ? $"anyone{value}" : value);

    private static bool IsPublicKey(string value)
    {
        var bytes = new byte[value.Length];
        if (!Convert.TryFromBase64String(value, bytes, out var length))
            return false;

        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(bytes.AsSpan(0, length), out _);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
