using System.Text;
using Sweet.Domain;

namespace Sweet.Web.Features.Staff.Search;

/// <summary>A text with what was found in it marked, although it was found without accents and case.</summary>
public sealed record MarkedText(IReadOnlyList<TextPart> Parts)
{
    /// <param name="words">Folded, as they were looked for.</param>
    public static MarkedText Of(string text, IReadOnlyList<string> words)
    {
        var marks = MarksIn(text, words);
        List<TextPart> parts = [];
        var start = 0;
        for (var at = 1; at <= text.Length; at++)
        {
            if (at < text.Length && marks[at] == marks[start]) continue;

            parts.Add(new TextPart(text[start..at], marks[start]));
            start = at;
        }

        return new MarkedText(parts);
    }

    // Folding may make one sign of none or of two: where each folded sign comes from is remembered.
    private static bool[] MarksIn(string text, IReadOnlyList<string> words)
    {
        var folded = new StringBuilder();
        List<int> origins = [];
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsLowSurrogate(text[at])) continue;

            var length = char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
            var signs = FoldedText.Of(text.Substring(at, length));
            folded.Append(signs);
            origins.AddRange(Enumerable.Repeat(at, signs.Length));
        }

        var marks = new bool[text.Length];
        var whole = folded.ToString();
        foreach (var word in words.Where(w => w.Length > 0))
        {
            var found = whole.IndexOf(word, StringComparison.Ordinal);
            while (found >= 0)
            {
                Array.Fill(marks, true, origins[found], origins[found + word.Length - 1] + 1 - origins[found]);
                found = whole.IndexOf(word, found + 1, StringComparison.Ordinal);
            }
        }

        return marks;
    }
}

public sealed record TextPart(string Text, bool IsFound);
