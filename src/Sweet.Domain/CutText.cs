namespace Sweet.Domain;

public static class CutText
{
    /// <summary>The text, or as much of it as fits; no character is cut in half.</summary>
    public static string CutTo(this string text, int maxLength)
    {
        if (text.Length <= maxLength) return text;

        return text[..(maxLength > 0 && char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength)];
    }
}
