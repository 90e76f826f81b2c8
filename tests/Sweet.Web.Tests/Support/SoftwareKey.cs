using System.Buffers.Binary;
using System.Buffers.Text;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Sweet.Web.Tests.Support;

/// <summary>A passkey as a device keeps one: makes itself for a page that offers it, and answers a page that asks for it.</summary>
public sealed class SoftwareKey : IDisposable
{
    private static readonly string[] Transports = ["internal"];

    private const byte Present = 1;
    private const byte Verified = 4;
    private const byte HasKey = 64;

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(32);
    private string? person;

    /// <summary>Where the browser believes to be.</summary>
    public string Origin { get; set; } = SiteFactory.Address.GetLeftPart(UriPartial.Authority);

    /// <summary>How often it has answered; a copy of it would fall behind.</summary>
    public uint Count { get; set; }

    /// <summary>One that is kept on several devices counts nothing.</summary>
    public bool Counts { get; set; } = true;

    /// <summary>Has asked for a finger, a face or a PIN.</summary>
    public bool IsVerified { get; set; } = true;

    /// <summary>What a browser sends when the page's passkey form is used.</summary>
    public IEnumerable<KeyValuePair<string, string>> Answer(Page page)
    {
        var form = page.Document.QuerySelector("form[data-passkey]") ?? throw new InvalidOperationException($"\"{page.Heading}\" offers no passkey: {page.Text}");
        using var options = JsonDocument.Parse(form.GetAttribute("data-options")!);
        var credential = form.GetAttribute("data-passkey") == "create" ? Made(options.RootElement) : Signed(options.RootElement);
        foreach (var field in form.QuerySelectorAll("input"))
        {
            if (field.GetAttribute("name") is { } name and not "Credential") yield return new(name, field.GetAttribute("value") ?? "");
        }

        yield return new("Credential", credential);
    }

    public void Dispose() => key.Dispose();

    private string Made(JsonElement options)
    {
        person = options.GetProperty("user").GetProperty("id").GetString();
        var statement = new CborWriter();
        statement.WriteStartMap(3);
        statement.WriteTextString("fmt");
        statement.WriteTextString("none");
        statement.WriteTextString("attStmt");
        statement.WriteStartMap(0);
        statement.WriteEndMap();
        statement.WriteTextString("authData");
        statement.WriteByteString([.. Data(options.GetProperty("rp").GetProperty("id").GetString()!, HasKey), .. new byte[16], 0, (byte)id.Length, .. id, .. PublicKey()]);
        statement.WriteEndMap();
        return Credential(new Dictionary<string, object?>
        {
            ["clientDataJSON"] = Text(ClientData("webauthn.create", options)),
            ["attestationObject"] = Text(statement.Encode()),
            ["transports"] = Transports,
        });
    }

    private string Signed(JsonElement options)
    {
        if (Counts) Count++;
        var data = Data(options.GetProperty("rpId").GetString()!, 0);
        var client = ClientData("webauthn.get", options);
        var signature = key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new Dictionary<string, object?>
        {
            ["clientDataJSON"] = Text(client),
            ["authenticatorData"] = Text(data),
            ["signature"] = Text(signature),
            ["userHandle"] = person,
        });
    }

    private string Credential(Dictionary<string, object?> response) => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["id"] = Text(id),
        ["rawId"] = Text(id),
        ["type"] = "public-key",
        ["clientExtensionResults"] = new Dictionary<string, object?>(),
        ["response"] = response,
    });

    private byte[] ClientData(string type, JsonElement options) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object?>
    {
        ["type"] = type,
        ["challenge"] = options.GetProperty("challenge").GetString(),
        ["origin"] = Origin,
        ["crossOrigin"] = false,
    });

    private byte[] Data(string site, byte flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(site)), (byte)(flags | Present | (IsVerified ? Verified : 0)), .. count];
    }

    // COSE: an elliptic curve key (2) for ES256 (-7) on P-256 (1), with its point.
    private byte[] PublicKey()
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var cose = new CborWriter(CborConformanceMode.Ctap2Canonical);
        cose.WriteStartMap(5);
        foreach (var (label, value) in ((int, int)[])[(1, 2), (3, -7), (-1, 1)])
        {
            cose.WriteInt32(label);
            cose.WriteInt32(value);
        }

        cose.WriteInt32(-2);
        cose.WriteByteString(point.X!);
        cose.WriteInt32(-3);
        cose.WriteByteString(point.Y!);
        cose.WriteEndMap();
        return cose.Encode();
    }

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
