using System.Buffers;
using System.Text;

namespace Sweet.Web.Email.Rendering;

/// <summary>A person's name as the headers of an email have it beside an address (RFC 5322, 3.2.4).</summary>
/// <remarks>
/// SendGrid writes it before the address as it is. A comma would end the address there, and the email is dropped (sendgrid-csharp
/// issue 268); its support names brackets, colon, semicolon and @ too (sendgrid-ruby issue 394).
/// </remarks>
internal static class DisplayName
{
    private static readonly SearchValues<char> Specials = SearchValues.Create("()<>[]:;@\\,.\"");

    /// <returns>Null where there is nothing to call the recipient by.</returns>
    public static string? Of(string? name)
    {
        var line = new StringBuilder();
        foreach (var rune in (name ?? "").EnumerateRunes()) line.Append(Rune.IsControl(rune) ? " " : rune.ToString());

        var text = line.ToString().Trim();
        return text.Length == 0 ? null : text.AsSpan().ContainsAny(Specials) ? Quoted(text) : text;
    }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
