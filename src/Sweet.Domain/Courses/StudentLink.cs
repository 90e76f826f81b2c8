using System.Globalization;
using System.Text;

namespace Sweet.Domain.Courses;

/// <summary>A link that staff write and students press: in emails, on pages, in calendars.</summary>
public static class StudentLink
{
    private const string Quotes = "\"'<>`\\";

    /// <summary>Why students cannot be given it, or null.</summary>
    public static StudentLinkRefusal? RefusalFor(string url, int maxLength)
    {
        if (url.Length > maxLength) return StudentLinkRefusal.TooLong;
        if (url.EnumerateRunes().Any(IsStrange)) return StudentLinkRefusal.StrangeSigns;

        return Uri.TryCreate(url, UriKind.Absolute, out var address)
            && address.Scheme == Uri.UriSchemeHttps && address.Host.Length > 0 && address.UserInfo.Length == 0
            ? null
            : StudentLinkRefusal.NoSite;
    }

    /// <exception cref="ArgumentException"><see cref="RefusalFor"/> gives a reason; ask first.</exception>
    internal static string? Require(string? url, int maxLength) =>
        url is not null && RefusalFor(url, maxLength) is { } refusal
            ? throw new ArgumentException($"No link for students: {refusal}.", nameof(url))
            : url;

    private static bool IsStrange(Rune sign) =>
        Rune.IsWhiteSpace(sign) || sign == Rune.ReplacementChar
        || (sign.IsAscii && Quotes.Contains((char)sign.Value, StringComparison.Ordinal))
        || Rune.GetUnicodeCategory(sign) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned;
}

public enum StudentLinkRefusal
{
    TooLong,

    /// <summary>
    /// A blank, a quote, or what cannot be seen: a browser leaves it out and then reads another address, and a line of a calendar
    /// would end there.
    /// </summary>
    StrangeSigns,

    /// <summary>It does not begin with https:// and the name of a site.</summary>
    NoSite,
}
