using AngleSharp.Dom;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Sweet.Web.Wording.Prose;

namespace Sweet.Web.Wording;

/// <summary>
/// Markdown with footnotes and tables to markup that may stand on a page. Raw HTML in the text is shown, not obeyed. Whatever was
/// written, the answer comes within a second: the text, or a sentence in its place.
/// </summary>
public static class MarkdownText
{
    /// <summary>Of a text with which somebody tries whether it may be saved.</summary>
    public const int MaxLength = ProseLimits.TextMaxLength;

    private const int WordsAMinute = 230;

    private const string Sentence = "<p>This text cannot be shown right now. We have been told.</p>";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UseFootnotes()
        .UsePipeTables()
        .UseSmartyPants()
        .Build();

    /// <summary>Why a text should not be saved, as a sentence for who wrote it, or null.</summary>
    public static string? RefusalFor(string markdown) => Render(markdown).Refusal;

    /// <param name="site">Where the pages stand; without it a picture with a host in its address counts as somebody else's.</param>
    public static RenderedText Render(string markdown, Uri? site = null) => Try(() =>
    {
        var body = Read(markdown, site, out var warnings);
        var notes = Footnotes.Take(body);
        var minutes = MinutesToRead(body);
        ProseMarkup.LetWideThingsScroll(body, suffix: "");
        if (notes is not null) ProseMarkup.LetWideThingsScroll(notes, suffix: " of the references");
        var contents = Headings.Anchor(body);
        Footnotes.NameMarks(body);
        if (notes is not null) contents.Add(new ContentsEntry("references", "References"));
        var references = notes is null ? "" : XmlSigns.Clean(notes.OuterHtml);
        return new RenderedText(HtmlOf(body), references, contents, minutes) { Warnings = warnings };
    });

    /// <summary>One of several texts of a page, whole in its body: its references end it, and no id of it is another's.</summary>
    /// <param name="part">Lower case, different for each on the page; begins every id.</param>
    /// <inheritdoc cref="Render(string, Uri?)"/>
    public static RenderedText RenderPart(string markdown, string part, Uri? site = null) => Try(() =>
    {
        var body = Read(markdown, site, out var warnings);
        var notes = Footnotes.Take(body);
        if (notes is not null) body.AppendChild(notes);
        Headings.Lower(body, part + "-");
        Footnotes.Prefix(body, part + "-");
        ProseMarkup.LetWideThingsScroll(body, suffix: $" ({part})");
        Footnotes.NameMarks(body);
        return new RenderedText(HtmlOf(body), "", [], MinutesToRead(body)) { Warnings = warnings };
    });

    private static RenderedText Try(Func<RenderedText> render)
    {
        try
        {
            return render();
        }
        catch (ProseRefusedException refusal)
        {
            return Refused(refusal.Message);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // Of somebody's text we know nothing: no fault of a library may take the page with it. Who shows the text logs this.
            return Refused($"The text cannot be read ({failure.GetType().Name}).");
        }
    }

    private static RenderedText Refused(string reason) => new(Sentence, "", [], 1) { Refusal = reason };

    private static IElement Read(string markdown, Uri? site, out IReadOnlyList<string> warnings)
    {
        // Before anything else looks at it: five megabytes take their time even to be cleaned.
        if (markdown.Length > ProseLimits.TextMaxLength) throw new ProseRefusedException(ProseLimits.RefusalFor(markdown)!);

        var text = XmlSigns.Clean(markdown.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
        if (ProseLimits.RefusalFor(text) is { } refusal) throw new ProseRefusedException(refusal);

        var body = ProseMarkup.Sanitize(Html(text)).Body!;
        List<string> all = XmlSigns.IsClean(markdown) ? [] : ["The text holds invisible control characters. They are left out."];
        all.AddRange(ProseMarkup.ReplaceForeignPictures(body, site));
        all.AddRange(ProseMarkup.UnwrapDeadLinks(body));
        warnings = all;
        return body;
    }

    private static string Html(string text)
    {
        try
        {
            var document = Markdown.Parse(text, Pipeline);
            if (ProseLimits.RefusalFor(document) is { } refusal) throw new ProseRefusedException(refusal);

            AlignByClass(document);
            using var writer = new LimitedWriter(ProseLimits.HtmlMaxLength);
            var renderer = new HtmlRenderer(writer);
            Pipeline.Setup(renderer);
            renderer.Render(document);
            return writer.ToString();
        }
        catch (ArgumentException e)
        {
            // Markdig counts levels itself while it reads, and gives up with this.
            throw new ProseRefusedException(ProseLimits.TooDeep, e);
        }
        catch (InvalidOperationException e)
        {
            throw new ProseRefusedException(ProseLimits.TooMuchHtml, e);
        }
    }

    // Markdig would write a style, which neither the sanitizer nor the security policy lets through.
    private static void AlignByClass(MarkdownDocument document)
    {
        foreach (var table in document.Descendants<Table>())
        {
            foreach (var row in table.OfType<TableRow>())
                foreach (var (index, cell) in row.OfType<TableCell>().Index())
                    if (ClassOf(table.ColumnDefinitions.ElementAtOrDefault(cell.ColumnIndex < 0 ? index : cell.ColumnIndex)) is { } name)
                        cell.GetAttributes().AddClass(name);
            foreach (var column in table.ColumnDefinitions) column.Alignment = null;
        }
    }

    private static string? ClassOf(TableColumnDefinition? column) => column?.Alignment switch
    {
        TableColumnAlign.Center => ProseMarkup.Centered,
        TableColumnAlign.Right => ProseMarkup.AtEnd,
        _ => null,
    };

    // An escaped sign, like &#11;, is one only now.
    private static string HtmlOf(IElement body) => XmlSigns.Clean(body.InnerHtml.Trim());

    private static int MinutesToRead(IElement body)
    {
        var words = body.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        return Math.Max(1, (int)Math.Round(words / (double)WordsAMinute, MidpointRounding.AwayFromZero));
    }
}
