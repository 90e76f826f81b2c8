using System.ComponentModel;
using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ganss.Xss;
using Markdig;

namespace Sweet.Web.Wording;

public sealed record ContentsEntry(string Anchor, string Heading);

/// <summary>What a Markdown text becomes; the references stand apart, for on an article the call to action comes before them.</summary>
[ImmutableObject(true)]
public sealed record RenderedText(string Body, string References, IReadOnlyList<ContentsEntry> Contents, int Minutes)
{
    public bool HasReferences => References.Length > 0;

    /// <summary>A short text is its own table of contents.</summary>
    public bool IsLong => Contents.Count > 2;
}

/// <summary>Markdown with footnotes to markup that may stand on a page. Raw HTML in the text is shown, not obeyed.</summary>
public static class MarkdownText
{
    private const int WordsAMinute = 230;

    /// <summary>Ids that the page around an article uses itself.</summary>
    private static readonly string[] TakenIds = ["main", "help", "toc", "invite", "references", "related", "article"];

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UseFootnotes()
        .UseAutoIdentifiers(Markdig.Extensions.AutoIdentifiers.AutoIdentifierOptions.GitHub)
        .UsePipeTables()
        .UseSmartyPants()
        .Build();

    public static RenderedText Render(string markdown)
    {
        var document = Sanitizer().SanitizeDom(Markdown.ToHtml(markdown, Pipeline));
        var body = document.Body!;
        var references = TakeReferences(body);
        var minutes = MinutesToRead(body);
        var contents = AnchorHeadings(body);
        NameFootnoteMarks(body);
        if (references is not null) contents.Add(new ContentsEntry("references", "References"));
        return new RenderedText(body.InnerHtml.Trim(), references ?? "", contents, minutes);
    }

    private static HtmlSanitizer Sanitizer()
    {
        var sanitizer = new HtmlSanitizer();
        sanitizer.AllowedAttributes.Add("id");
        sanitizer.AllowedAttributes.Add("class");
        sanitizer.AllowedAttributes.Remove("style");
        sanitizer.AllowedClasses.UnionWith(["footnote-ref", "footnote-back-ref", "footnotes"]);
        sanitizer.AllowedSchemes.Add("mailto");
        string[] refused = ["form", "input", "button", "select", "option", "textarea", "fieldset", "label", "style"];
        foreach (var tag in refused) sanitizer.AllowedTags.Remove(tag);
        return sanitizer;
    }

    private static string? TakeReferences(IElement body)
    {
        if (body.QuerySelector("div.footnotes") is not { } notes) return null;

        notes.Remove();
        foreach (var item in notes.QuerySelectorAll("li"))
        {
            item.SetAttribute("tabindex", "-1");
            NameReturnLinks(item);
            if (item is { ChildElementCount: 1, FirstElementChild: IHtmlParagraphElement only }) only.Replace([.. only.ChildNodes]);
        }

        return notes.QuerySelector("ol")!.OuterHtml;
    }

    private static void NameReturnLinks(IElement item)
    {
        var number = item.Id!.Split(':')[^1];
        var links = item.QuerySelectorAll("a.footnote-back-ref").ToList();
        foreach (var (index, link) in links.Index())
        {
            // The second character asks for text instead of a coloured picture.
            link.TextContent = "↩︎";
            var which = links.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", mark {index + 1}");
            link.SetAttribute("aria-label", $"Back to the text at reference {number}{which}");
        }
    }

    private static void NameFootnoteMarks(IElement body)
    {
        foreach (var mark in body.QuerySelectorAll("a.footnote-ref"))
            mark.SetAttribute("aria-label", $"Reference {mark.TextContent}");
    }

    private static List<ContentsEntry> AnchorHeadings(IElement body)
    {
        var contents = new List<ContentsEntry>();
        // The title of the page is its only first heading.
        foreach (var heading in body.QuerySelectorAll("h1").ToList()) Rename(heading, "h2");
        foreach (var heading in body.QuerySelectorAll("h2, h3"))
        {
            if (TakenIds.Contains(heading.Id, StringComparer.Ordinal)) heading.Id += "-section";
            if (heading.LocalName == "h2") contents.Add(new ContentsEntry(heading.Id!, heading.TextContent.Trim()));
            var anchor = heading.Owner!.CreateElement("a");
            anchor.ClassName = "anchor";
            anchor.SetAttribute("href", "#" + heading.Id);
            anchor.SetAttribute("aria-label", $"Link to the section {heading.TextContent.Trim()}");
            anchor.TextContent = "#";
            heading.AppendChild(anchor);
        }

        return contents;
    }

    private static void Rename(IElement heading, string name)
    {
        var other = heading.Owner!.CreateElement(name);
        other.Id = heading.Id;
        other.Append([.. heading.ChildNodes]);
        heading.Replace(other);
    }

    private static int MinutesToRead(IElement body)
    {
        var words = body.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        return Math.Max(1, (int)Math.Round(words / (double)WordsAMinute, MidpointRounding.AwayFromZero));
    }
}
