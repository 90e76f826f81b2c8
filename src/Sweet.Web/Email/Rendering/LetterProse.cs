using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Sweet.Web.Wording;

namespace Sweet.Web.Email.Rendering;

/// <summary>What staff write in Markdown, as a letter says it: read by the site's own rendering with its limits.</summary>
public static partial class LetterProse
{
    private const string Part = "letter";
    private const string Bullet = "•";

    /// <summary>Why the text is not sent, as a sentence for who wrote it, or null.</summary>
    public static string? RefusalFor(string markdown) => MarkdownText.RenderPart(markdown, Part).Refusal;

    /// <param name="filledIn">What stands for the words in double braces; it is never read as Markdown.</param>
    public static IReadOnlyList<Block> Of(string markdown, string baseUrl, IReadOnlyDictionary<string, Run> filledIn)
    {
        var body = new HtmlParser().ParseDocument(MarkdownText.RenderPart(markdown, Part, new Uri(baseUrl)).Body).Body!;
        var reader = new Reader(baseUrl, filledIn);
        return [.. reader.Blocks(body)];
    }

    /// <summary>The words in double braces.</summary>
    public static IEnumerable<string> PlaceholdersOf(string markdown) =>
        Placeholder().Matches(markdown).Select(m => m.Groups["name"].Value.Trim());

    [GeneratedRegex(@"\{\{(?<name>[^{}]*)\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Blanks();

    private sealed class Reader(string baseUrl, IReadOnlyDictionary<string, Run> filledIn)
    {
        public IEnumerable<Block> Blocks(INode parent) => parent.ChildNodes.SelectMany(BlockOf);

        private IEnumerable<Block> BlockOf(INode node) => node switch
        {
            IElement { LocalName: "h1" or "h2" or "h3" or "h4" or "h5" or "h6" } heading => [new Heading(WordsOf(heading))],
            IElement { LocalName: "ul" or "ol" } list => Items(list),
            IElement { LocalName: "tr" } row => [new Prose(null, new Run(string.Join(", ", row.Children.Select(WordsOf))))],
            IElement { LocalName: "p" or "pre" } paragraph => Paragraph(paragraph, mark: null),
            IElement { LocalName: "hr" } => [],
            IElement other => Blocks(other),
            IText text when !string.IsNullOrWhiteSpace(text.Data) => [new Prose(null, [.. Runs(text, new Run(""))])],
            _ => [],
        };

        private IEnumerable<Block> Items(IElement list)
        {
            var number = 0;
            foreach (var item in list.Children)
            {
                var mark = list.LocalName == "ol" ? string.Create(CultureInfo.InvariantCulture, $"{++number}.") : Bullet;
                foreach (var block in Paragraph(item, mark)) yield return block;
                foreach (var inner in item.Children.Where(c => c.LocalName is "ul" or "ol").SelectMany(Items)) yield return inner;
            }
        }

        private IEnumerable<Block> Paragraph(IElement element, string? mark)
        {
            var runs = element.ChildNodes.Where(n => n is not IElement { LocalName: "ul" or "ol" })
                .SelectMany(n => Runs(n, new Run(""))).ToList();
            if (runs.Exists(r => !string.IsNullOrWhiteSpace(r.Text))) yield return new Prose(mark, runs);
        }

        private IEnumerable<Run> Runs(INode node, Run like) => node switch
        {
            IText text => FilledIn(Blanks().Replace(text.Data, " "), like),
            IElement { LocalName: "br" } => [Run.Break],
            IElement { LocalName: "img" } picture => [like with { Text = picture.GetAttribute("alt") ?? "" }],
            IElement { LocalName: "strong" or "b" } strong => RunsIn(strong, like with { IsStrong = true }),
            IElement { LocalName: "em" or "i" } stressed => RunsIn(stressed, like with { IsStressed = true }),
            IElement { LocalName: "a" } link => [like with { Text = WordsOf(link), Url = AddressOf(link.GetAttribute("href")) }],
            _ => RunsIn(node, like),
        };

        private IEnumerable<Run> RunsIn(INode parent, Run like) => parent.ChildNodes.SelectMany(n => Runs(n, like));

        private IEnumerable<Run> FilledIn(string text, Run like)
        {
            var at = 0;
            foreach (Match hole in Placeholder().Matches(text))
            {
                if (hole.Index > at) yield return like with { Text = text[at..hole.Index] };
                var known = filledIn.TryGetValue(hole.Groups["name"].Value.Trim(), out var value);
                yield return known ? like with { Text = value!.Text, Url = value.Url } : like with { Text = hole.Value };
                at = hole.Index + hole.Length;
            }

            if (at < text.Length) yield return like with { Text = text[at..] };
        }

        private string WordsOf(IElement element) =>
            string.Concat(FilledIn(Blanks().Replace(element.TextContent, " ").Trim(), new Run("")).Select(r => r.Text));

        // An email stands on no page: what leads to one of ours names it whole.
        private string? AddressOf(string? href) =>
            href is null || href.StartsWith('#') ? null
                : Uri.TryCreate(new Uri(baseUrl), href, out var address) ? address.AbsoluteUri : null;
    }
}
