using System.Globalization;
using System.Text;

namespace Sweet.Domain;

/// <summary>Text as it is looked for: without accents, case and the signs that people leave out.</summary>
public static class FoldedText
{
    /// <summary>Letters that Unicode does not take apart.</summary>
    private static readonly Dictionary<char, string> Whole = new()
    {
        ['ß'] = "ss",
        ['ø'] = "o",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['ł'] = "l",
        ['ı'] = "i",
        ['ħ'] = "h",
        ['ŋ'] = "n",
        ['ŧ'] = "t",
    };

    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var sign in text.Normalize(NormalizationForm.FormKD).ToLowerInvariant()) Append(folded, sign);
        return folded.ToString();
    }

    /// <summary>The words of what was typed, folded; none twice.</summary>
    public static IReadOnlyList<string> WordsOf(string text) =>
        [.. Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    private static void Append(StringBuilder folded, char sign)
    {
        if (Whole.TryGetValue(sign, out var letters)) folded.Append(letters);
        else if (IsLeftOut(sign)) return;
        else if (char.IsWhiteSpace(sign) || sign is ',' or ';') folded.Append(' ');
        else folded.Append(char.GetUnicodeCategory(sign) == UnicodeCategory.DashPunctuation ? '-' : sign);
    }

    // Accents, apostrophes and signs of no width: O’Brien is found by "obrien".
    private static bool IsLeftOut(char sign) =>
        sign is '\'' or '’' or '‘' or '`' or '´' or 'ʼ'
        || char.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Control;
}
