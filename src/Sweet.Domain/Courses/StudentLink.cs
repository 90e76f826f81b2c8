using System.Globalization;
using System.Text;

namespace Sweet.Domain.Courses;

/// <summary>A link that staff write and students press: in emails, on pages, in calendars.</summary>
public static class StudentLink
{
    private const string Quotes = "\"'<>`\\";

    /// <summary>Why students cannot be given it, in a sentence, or null.</summary>
    public static string? ProblemOf(string url, int maxLength)
    {
        if (url.Length > maxLength) return $"A link has at most {maxLength} characters.";
        // A browser leaves out what cannot be seen and then reads another address; a line of a calendar would end there.
        if (url.EnumerateRunes().Any(IsStrange)) return "A link has no blanks, line breaks, quotes or signs that cannot be seen.";

        return Uri.TryCreate(url, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            && address.Host.Length > 0 && address.UserInfo.Length == 0
            ? null
            : "A link begins with https:// and the name of a site.";
    }

    /// <exception cref="ArgumentException"><see cref="ProblemOf"/> gives a reason; ask first.</exception>
    internal static string? Insisted(string? url, int maxLength) =>
        url is null || ProblemOf(url, maxLength) is not { } problem ? url : throw new ArgumentException(problem, nameof(url));

    private static bool IsStrange(Rune sign) =>
        Rune.IsWhiteSpace(sign) || sign == Rune.ReplacementChar
        || (sign.IsAscii && Quotes.Contains((char)sign.Value, StringComparison.Ordinal))
        || Rune.GetUnicodeCategory(sign) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned;
}
