using System.Text.Json;
using Microsoft.Extensions.Options;
using Stripe;
using Sweet.Domain.Settlements;
using StripeEvent = Sweet.Domain.Settlements.StripeEvent;

namespace Sweet.Web.Payments;

/// <summary>Turns the bytes of a webhook into a notice that is known to come from Stripe.</summary>
public sealed class StripeSignature(IOptions<StripeOptions> options, TimeProvider clock)
{
    /// <summary>How old a signature may be: an old one may be a recording.</summary>
    private const long ToleranceSeconds = 300;

    /// <summary>Null if neither secret made the signature, it is too old, or the body is not an event.</summary>
    public StripeNotice? Verify(string body, string? header)
    {
        string?[] secrets = [options.Value.WebhookSecret, options.Value.PreviousWebhookSecret];
        return header is not null && secrets.Any(secret => IsSigned(body, header, secret)) ? Read(body) : null;
    }

    /// <summary>Whether our key is a live one; a notice of the other mode is not for us.</summary>
    public bool IsLive => options.Value.SecretKey.Contains("_live_", StringComparison.Ordinal);

    private bool IsSigned(string body, string header, string? secret)
    {
        if (string.IsNullOrEmpty(secret)) return false;

        try
        {
            EventUtility.ValidateSignature(body, header, secret, ToleranceSeconds, clock.GetUtcNow().ToUnixTimeSeconds());
            return true;
        }
        catch (StripeException)
        {
            // Stripe.net's only way to say that the signature is wrong.
            return false;
        }
    }

    // Read by hand: Stripe.net refuses an event of another API version, which says all the same what it is about.
    private static StripeNotice? Read(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            var subject = root.GetProperty("data").GetProperty("object");
            return new StripeNotice(
                Word(root.GetProperty("id"), StripeEvent.IdMaxLength),
                Word(root.GetProperty("type"), StripeEvent.TypeMaxLength),
                root.GetProperty("livemode").GetBoolean(),
                subject.TryGetProperty("id", out var subjectId) ? Word(subjectId, StripeEvent.IdMaxLength) : "");
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static string Word(JsonElement value, int maxLength) =>
        value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) && text.Length <= maxLength
            ? text
            : throw new FormatException("No name that Stripe gives.");
}
