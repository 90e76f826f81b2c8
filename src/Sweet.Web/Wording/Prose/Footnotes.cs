using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Sweet.Web.Wording.Prose;

/// <summary>Marks in the text and the references that they lead to.</summary>
internal static class Footnotes
{
    /// <summary>Takes the references out of the text; null if it has none.</summary>
    public static IElement? Take(IElement body)
    {
        if (body.QuerySelector("div.footnotes > ol") is not { } notes) return null;

        notes.ParentElement!.Remove();
        foreach (var item in notes.Children)
        {
            item.SetAttribute("tabindex", "-1");
            NameReturnLinks(item);
            if (item is { ChildElementCount: 1, FirstElementChild: IHtmlParagraphElement only }) only.Replace([.. only.ChildNodes]);
        }

        return notes;
    }

    public static void NameMarks(IElement body)
    {
        foreach (var mark in body.QuerySelectorAll("a.footnote-ref"))
            mark.SetAttribute("aria-label", $"Reference {mark.TextContent}");
    }

    /// <summary>Several texts may stand on one page, each with a first footnote.</summary>
    public static void Prefix(IElement part, string prefix)
    {
        foreach (var element in part.QuerySelectorAll("a.footnote-ref, a.footnote-back-ref"))
        {
            if (element.Id is { } id) element.Id = prefix + id;
            element.SetAttribute("href", "#" + prefix + element.GetAttribute("href")!.TrimStart('#'));
        }

        foreach (var item in part.QuerySelectorAll("li[id]")) item.Id = prefix + item.Id;
    }

    private static void NameReturnLinks(IElement item)
    {
        var number = item.Id?.Split(':')[^1];
        var links = item.QuerySelectorAll("a.footnote-back-ref").ToList();
        foreach (var (index, link) in links.Index())
        {
            // The second character asks for text instead of a coloured picture.
            link.TextContent = "↩︎";
            var which = links.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", mark {index + 1}");
            link.SetAttribute("aria-label", $"Back to the text at reference {number}{which}");
        }
    }
}
