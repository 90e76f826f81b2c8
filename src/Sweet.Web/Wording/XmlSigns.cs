using System.Text;
using System.Xml;

namespace Sweet.Web.Wording;

/// <summary>A text may hold signs that XML 1.0 refuses, as they are or escaped: one would end a file for everybody.</summary>
public static class XmlSigns
{
    /// <summary>The text without control characters other than tab and line breaks, U+FFFE, U+FFFF and halves of a sign.</summary>
    public static string Clean(string text)
    {
        if (IsClean(text)) return text;

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                clean.Append(text[i]);
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                clean.Append(text, i++, 2);
        }

        return clean.ToString();
    }

    public static bool IsClean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;

            i++;
        }

        return true;
    }
}
