using OtpNet;
using QRCoder;

namespace Sweet.Web.Staffing;

/// <summary>The second factor of most people: an app that shows a new code every 30 seconds.</summary>
public static class AuthenticatorApp
{
    private const string Issuer = "SWEET Institute";

    /// <summary>A clock that is off by half a minute is taken.</summary>
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    /// <returns>The step of time that the code belongs to; null if it is none of now. Take it only if it is later than the last.</returns>
    public static long? StepOf(string key, string? typed, DateTime nowUtc)
    {
        var code = new string([.. (typed ?? "").Where(char.IsAsciiDigit)]);
        return new Totp(Base32Encoding.ToBytes(key)).VerifyTotp(nowUtc, code, out var step, Window) ? step : null;
    }

    /// <summary>What the app reads from the picture.</summary>
    public static string AddressOf(string key, string email) =>
        $"otpauth://totp/{Escaped(Issuer)}:{Escaped(email)}?secret={key}&issuer={Escaped(Issuer)}&digits=6";

    /// <summary>The same as a path of SVG: one square for each dark module, of a picture with so many a side.</summary>
    public static (string Path, int Size) Picture(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var sides = Enumerable.Range(0, rows.Count);
        var squares = sides.SelectMany(y => sides.Where(x => rows[y][x]).Select(x => $"M{x} {y}h1v1h-1z"));
        return (string.Concat(squares), rows.Count);
    }

    private static string Escaped(string text) => Uri.EscapeDataString(text);

    /// <summary>The key as people type it: in groups of four.</summary>
    public static string Shown(string key) => string.Join(' ', key.ToLowerInvariant().Chunk(4).Select(four => new string(four)));
}
