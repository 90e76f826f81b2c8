using System.Buffers;
using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Sweet.Web.Wording.Prose;

/// <summary>
/// How much Markdown is rendered. The time that Markdig takes grows with the square of the signs that may open something, as long as no
/// empty line ends the part, and a table may be wider than the text that makes it: within these limits a text takes well under a second.
/// </summary>
internal static class ProseLimits
{
    public const int TextMaxLength = 100_000;

    /// <summary>In UTF-16 units: a few signs of Markdown can become many times their length.</summary>
    public const int HtmlMaxLength = 1_000_000;

    private const int MarksMax = 8_000;
    private const int MarksOfAPartMax = 1_000;
    private const int CellsMax = 2_000;
    private const int BarsMax = 2 * CellsMax;

    /// <summary>Paragraphs, list items, pieces of text: the sanitizer looks at each, some twenty in a millisecond.</summary>
    private const int PiecesMax = 15_000;
    private const int DepthMax = 64;

    /// <summary>Each is moved in the tree of the page, which takes longer the more there are.</summary>
    private const int HeadingsMax = 500;

    private const int BoxesMax = 500;

    /// <summary>Why a text is not even read, or null.</summary>
    /// <param name="markdown">With \n alone as line break.</param>
    public static string? RefusalFor(string markdown) =>
        markdown.Length > TextMaxLength
            ? Say($"The text has {markdown.Length:N0} characters. A text may have {TextMaxLength:N0}: make two of it.")
            : new Parts().RefusalFor(markdown);

    /// <summary>Why what was read is not rendered, or null.</summary>
    public static string? RefusalFor(MarkdownDocument document)
    {
        if (IsDeeperThan(document, DepthMax)) return TooDeep;

        if (document.Descendants().Take(PiecesMax + 1).Count() > PiecesMax)
            return Say($"The text has more than {PiecesMax:N0} paragraphs, list items, cells and marked words: make two of it.");
        if (document.Descendants<HeadingBlock>().Take(HeadingsMax + 1).Count() > HeadingsMax)
            return Say($"The text has more than {HeadingsMax} headings.");
        if (document.Descendants<CodeBlock>().Take(BoxesMax + 1).Count() > BoxesMax)
            return Say($"The text has more than {BoxesMax} blocks of code.");

        var cells = document.Descendants<Table>().Sum(table => (long)table.Count * table.ColumnDefinitions.Count);
        return cells > CellsMax ? TooManyCells : null;
    }

    public static string TooDeep => Say($"Quotes, lists, links or emphasis lie more than {DepthMax} deep inside each other.");

    public static string TooMuchHtml => "The text becomes too large: shorten its addresses and tables.";

    private static string TooManyCells => Say($"The tables have more than {CellsMax:N0} cells: make them smaller, or attach a file.");

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.GetCultureInfo(Institute.Language));

    // Not Descendants(): it would have to go all the way down first.
    private static bool IsDeeperThan(MarkdownObject thing, int levels)
    {
        if (levels == 0) return true;

        return thing switch
        {
            ContainerBlock block => block.Any(child => IsDeeperThan(child, levels - 1)),
            LeafBlock { Inline: { } inline } => IsDeeperThan(inline, levels - 1),
            ContainerInline inline => inline.Any(child => IsDeeperThan(child, levels - 1)),
            _ => false,
        };
    }

    /// <summary>Counts what may open something, in all and between two empty lines.</summary>
    private sealed class Parts
    {
        private static readonly SearchValues<char> Openers = SearchValues.Create("[]*_`|<&");
        private static readonly SearchValues<char> Beginnings = SearchValues.Create(" \t>-+*.)0123456789");

        private int marks;
        private int marksOfPart;
        private int linesOfPart;
        private int widestOfPart;
        private long bars;

        public string? RefusalFor(string markdown)
        {
            foreach (var line in markdown.AsSpan().EnumerateLines())
            {
                if (line.Trim(" \t").IsEmpty)
                    EndPart();
                else
                    Take(line);
                if (OpenedBy(line) > DepthMax) return TooDeep;
                if (marks > MarksMax) return Say($"The text has more than {MarksMax:N0} brackets, asterisks, bars and the like.");
                if (marksOfPart > MarksOfAPartMax)
                    return Say($"A paragraph or table has more than {MarksOfAPartMax:N0} brackets, asterisks, bars and the like.");
            }

            EndPart();
            return bars > BarsMax ? TooManyCells : null;
        }

        private void Take(ReadOnlySpan<char> line)
        {
            var found = line.CountAny(Openers);
            marksOfPart += found;
            marks += found;
            widestOfPart = Math.Max(widestOfPart, line.Count('|'));
            linesOfPart++;
        }

        // Quotes and list items that one line begins inside each other, like "> - 1. ".
        private static int OpenedBy(ReadOnlySpan<char> line)
        {
            var first = line.IndexOfAnyExcept(Beginnings);
            var beginning = first < 0 ? line : line[..first];
            var opened = beginning.Count('>');
            for (var i = 1; i < beginning.Length; i++)
                if ((beginning[i] is ' ' or '\t') && beginning[i - 1] is '-' or '+' or '*' or '.' or ')')
                    opened++;
            return opened;
        }

        private void EndPart()
        {
            bars += (long)linesOfPart * widestOfPart;
            (marksOfPart, linesOfPart, widestOfPart) = (0, 0, 0);
        }
    }
}
