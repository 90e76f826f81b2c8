using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Sweet.Web.Wording.Comparing;

/// <summary>Two texts as one, paragraph by paragraph: what stayed, what went and what came, by words.</summary>
public sealed record TextComparison(IReadOnlyList<IReadOnlyList<ComparedWords>> Paragraphs)
{
    // As the library's own, and by lines: else the last word of a line and the first of the next are one.
    private static readonly DelimiterChunker Words = new([' ', '\t', '\n', '.', '(', ')', '{', '}', ',', '!', '?', ';', ':']);

    public bool IsSame => Paragraphs.All(p => p.All(words => words.Change == WordChange.Stayed));

    public static TextComparison Of(string before, string after)
    {
        var model = InlineDiffBuilder.Diff(
            Differ.Instance, Unified(before), Unified(after), ignoreWhiteSpace: false, ignoreCase: false, Words);
        var paragraphs = new List<IReadOnlyList<ComparedWords>>();
        var paragraph = new List<ComparedWords>();
        foreach (var piece in model.Lines)
        {
            var parts = (piece.Text ?? "").Split('\n');
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0) Close();
                Append(paragraph, parts[i], ChangeOf(piece.Type));
            }
        }

        Close();
        return new TextComparison(paragraphs);

        void Close()
        {
            if (paragraph.Exists(words => words.Text.Trim().Length > 0)) paragraphs.Add([.. paragraph]);
            paragraph.Clear();
        }
    }

    // One mark around words that changed together reads better than one around each.
    private static void Append(List<ComparedWords> paragraph, string text, WordChange change)
    {
        if (text.Length == 0) return;

        if (paragraph is [.., var last] && last.Change == change) paragraph[^1] = last with { Text = last.Text + text };
        else paragraph.Add(new ComparedWords(text, change));
    }

    private static string Unified(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();

    private static WordChange ChangeOf(ChangeType type) => type switch
    {
        ChangeType.Deleted => WordChange.Went,
        ChangeType.Inserted => WordChange.Came,
        _ => WordChange.Stayed,
    };
}

public sealed record ComparedWords(string Text, WordChange Change);

public enum WordChange
{
    Stayed,
    Went,
    Came,
}
