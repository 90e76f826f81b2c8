using System.Globalization;
using System.Text;

namespace Sweet.Domain;

/// <summary>What a person typed or pasted, as it is stored.</summary>
public static class TypedText
{
    /// <summary>Letters and signs by Unicode's table, and yet drawn as nothing: Hangul fillers, the empty Braille cell.</summary>
    private static readonly int[] Fillers = [0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0, 0x13441, 0x13442, 0x1D159];

    /// <summary>
    /// In NFC, with one sign for a line break, as browsers count it, and without blanks at the ends, those of no width included:
    /// they come along with copied text. Empty for null.
    /// </summary>
    public static string Clean(string? typed)
    {
        var text = (typed ?? "").ReplaceLineEndings("\n");
        var start = 0;
        var end = text.Length;
        while (start < end && IsBlank(text[start])) start++;
        while (end > start && IsBlank(text[end - 1])) end--;
        return string.Concat(text[start..end].EnumerateRunes().Select(Known)).Normalize();
    }

    /// <summary>Whether a reader sees anything of it: not only blanks, joiners and fillers.</summary>
    public static bool IsSeen(string text) => text.EnumerateRunes().Any(IsSeen);

    private static bool IsBlank(char sign) => char.IsWhiteSpace(sign) || sign is '\u200B' or '\u2060' or '\uFEFF';

    // Half a surrogate pair is read as the replacement sign already; this one, which is no character either, cannot be normalized.
    private static string Known(Rune sign) => (sign.Value == 0xFFFE ? Rune.ReplacementChar : sign).ToString();

    private static bool IsSeen(Rune sign) =>
        !Rune.IsWhiteSpace(sign) && !Fillers.Contains(sign.Value)
        && Rune.GetUnicodeCategory(sign) is not (UnicodeCategory.Format or UnicodeCategory.Control
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.NonSpacingMark);
}
