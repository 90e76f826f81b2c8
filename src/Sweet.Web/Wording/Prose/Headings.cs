using AngleSharp.Dom;

namespace Sweet.Web.Wording.Prose;

internal static class Headings
{
    /// <summary>Names all headings, gives the upper ones a link to themselves, and lists the highest.</summary>
    public static List<ContentsEntry> Anchor(IElement body)
    {
        var contents = new List<ContentsEntry>();
        var ids = new HeadingIds("");
        // The title of the page is its only first heading.
        foreach (var heading in body.QuerySelectorAll("h1").ToList()) Rename(heading, "h2");
        foreach (var heading in body.QuerySelectorAll("h2, h3, h4, h5, h6"))
        {
            var text = PlainText(heading);
            heading.Id = ids.For(text);
            if (heading.LocalName == "h2" && text.Length > 0) contents.Add(new ContentsEntry(heading.Id, text));
            if (heading.LocalName is "h2" or "h3") AddLink(heading, text);
        }

        return contents;
    }

    /// <summary>For a text inside a section of a page, whose heading is a second one.</summary>
    public static void Lower(IElement body, string prefix)
    {
        var ids = new HeadingIds(prefix);
        foreach (var heading in body.QuerySelectorAll("h1, h2, h3, h4, h5, h6").ToList())
        {
            heading.Id = ids.For(PlainText(heading));
            Rename(heading, heading.LocalName switch { "h1" or "h2" => "h3", "h3" => "h4", "h4" => "h5", _ => "h6" });
        }
    }

    private static string PlainText(IElement heading)
    {
        var plain = (IElement)heading.Clone();
        foreach (var mark in plain.QuerySelectorAll("a.footnote-ref")) mark.Remove();
        foreach (var picture in plain.QuerySelectorAll("img"))
            picture.Replace(plain.Owner!.CreateTextNode(picture.GetAttribute("alt") ?? ""));
        return string.Join(' ', plain.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void AddLink(IElement heading, string text)
    {
        var anchor = heading.Owner!.CreateElement("a");
        anchor.ClassName = "anchor";
        anchor.SetAttribute("href", "#" + heading.Id);
        anchor.SetAttribute("aria-label", text.Length == 0 ? "Link to this section" : $"Link to the section {text}");
        anchor.TextContent = "#";
        heading.AppendChild(anchor);
    }

    private static void Rename(IElement heading, string name)
    {
        var other = heading.Owner!.CreateElement(name);
        if (heading.Id is { } id) other.Id = id;
        other.Append([.. heading.ChildNodes]);
        heading.Replace(other);
    }
}
