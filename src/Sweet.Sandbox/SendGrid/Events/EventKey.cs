using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Sweet.Sandbox.Hosting;

namespace Sweet.Sandbox.SendGrid.Events;

/// <summary>The key pair that signs event deliveries, as SendGrid makes one for each account.</summary>
public sealed class EventKey : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <param name="file">Where the key is kept between runs; null: nowhere.</param>
    internal EventKey(StateFile? file = null)
    {
        if (file?.Read() is { } saved)
            key.ImportPkcs8PrivateKey(Convert.FromBase64String(saved), out _);
        else
            file?.Write(Convert.ToBase64String(key.ExportPkcs8PrivateKey()));
    }

    /// <summary>As SendGrid shows it: base64 of the DER SubjectPublicKeyInfo.</summary>
    public string Public => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

    /// <summary>A pair of its own, which the site does not know.</summary>
    public static EventKey Another() => new();

    internal (string Timestamp, string Signature) Sign(string body, DateTimeOffset at)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = key.SignData(
            Encoding.UTF8.GetBytes(timestamp + body), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return (timestamp, Convert.ToBase64String(signature));
    }

    public void Dispose() => key.Dispose();
}
