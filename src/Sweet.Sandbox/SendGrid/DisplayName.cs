using System.Buffers;
using System.Text;

namespace Sweet.Sandbox.SendGrid;

/// <summary>The name beside an address, as the header of an email has it (RFC 5322): plain words, or all of it in double quotes.</summary>
internal static class DisplayName
{
    private static readonly SearchValues<char> Specials = SearchValues.Create("()<>[]:;@\\,\"");

    /// <returns>What the recipient reads; null for a name that is cut at the wrong place, or breaks out of its line.</returns>
    public static string? Read(string written)
    {
        if (written.Any(char.IsControl)) return null;
        if (written.Length < 2 || written[0] != '"') return written.AsSpan().ContainsAny(Specials) ? null : written;

        var name = new StringBuilder();
        for (var i = 1; i < written.Length - 1; i++)
        {
            if (written[i] == '"') return null;
            if (written[i] == '\\' && ++i == written.Length - 1) return null;
            name.Append(written[i]);
        }

        return written[^1] == '"' ? name.ToString() : null;
    }
}
