using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Sweet.Web.Email.Delivery;

/// <summary>Whether the bytes of an event delivery come from SendGrid.</summary>
public sealed class SendGridSignature(IOptions<SendGridOptions> options, TimeProvider clock)
{
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    /// <summary>
    /// SendGrid repeats a delivery for a day and does not say that it signs it anew. A recording changes nothing:
    /// states only move forward.
    /// </summary>
    public static readonly TimeSpan OldestTimestamp = TimeSpan.FromHours(25);

    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(5);

    /// <summary>Without a key there is nothing to believe.</summary>
    public bool HasKey => !string.IsNullOrEmpty(options.Value.EventPublicKey);

    public bool Verify(ReadOnlySpan<byte> body, string? timestamp, string? signature)
    {
        if (!IsRecent(timestamp) || string.IsNullOrEmpty(signature)) return false;

        var signed = new byte[Encoding.UTF8.GetByteCount(timestamp!) + body.Length];
        body.CopyTo(signed.AsSpan(Encoding.UTF8.GetBytes(timestamp, signed)));
        var bytes = new byte[signature.Length];
        if (!Convert.TryFromBase64String(signature, bytes, out var length)) return false;

        foreach (var key in (string?[])[options.Value.EventPublicKey, options.Value.PreviousEventPublicKey])
        {
            if (!string.IsNullOrEmpty(key) && IsSignedBy(key, signed, bytes.AsSpan(0, length))) return true;
        }

        return false;
    }

    private bool IsRecent(string? timestamp)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return false;

        var age = clock.GetUtcNow().ToUnixTimeSeconds() - seconds;
        return age <= OldestTimestamp.TotalSeconds && age >= -ClocksDiffer.TotalSeconds;
    }

    private static bool IsSignedBy(string publicKey, byte[] signed, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
        return key.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }
}
