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

    /// <summary>Where the first sign stands that nobody sees, and that makes one text read as another; null if there is none.</summary>
    public static int? HiddenIn(string text, bool isMultiline)
    {
        var (at, before) = (0, default(Rune));
        foreach (var sign in text.EnumerateRunes())
        {
            if (IsHidden(sign, before, isMultiline)) return at;
            (at, before) = (at + sign.Utf16SequenceLength, sign);
        }
        return null;
    }

    // Joiners and variants stay where names and emoji need them; after a Latin letter they do nothing that anybody sees.
    private static bool IsHidden(Rune sign, Rune before, bool isMultiline) => sign.Value switch
    {
        '\t' => false,
        '\n' => !isMultiline,
        0x200C or 0x200D or (>= 0xFE00 and <= 0xFE0F) => before.Value < 0x0250 && (before == default || Rune.IsLetter(before)),
        0x034F or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or (>= 0xE0100 and <= 0xE01EF) => true,
        // Arabic signs of numbers and verses, which are drawn.
        (>= 0x0600 and <= 0x0605) or 0x06DD or 0x070F or 0x0890 or 0x0891 or 0x08E2 => false,
        _ => Fillers.Contains(sign.Value) || Rune.GetUnicodeCategory(sign) is UnicodeCategory.Format or UnicodeCategory.Control,
    };

    private static bool IsBlank(char sign) => char.IsWhiteSpace(sign) || sign is '\u200B' or '\u2060' or '\uFEFF';

    // Half a surrogate pair is read as the replacement sign already; this one, which is no character either, cannot be normalized.
    private static string Known(Rune sign) => (sign.Value == 0xFFFE ? Rune.ReplacementChar : sign).ToString();

    private static bool IsSeen(Rune sign) =>
        !Rune.IsWhiteSpace(sign) && !Fillers.Contains(sign.Value)
        && Rune.GetUnicodeCategory(sign) is not (UnicodeCategory.Format or UnicodeCategory.Control
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.NonSpacingMark);
}
