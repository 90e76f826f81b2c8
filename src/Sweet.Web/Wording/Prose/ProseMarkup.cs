using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ganss.Xss;

namespace Sweet.Web.Wording.Prose;

/// <summary>Rendered Markdown, made safe. Everything that our Markdown offers is kept; what is not kept becomes words.</summary>
internal static class ProseMarkup
{
    public const string Centered = "align-center";
    public const string AtEnd = "align-end";

    private static readonly Uri AnyPage = new("https://page.invalid/articles/");

    public static IHtmlDocument Sanitize(string html)
    {
        var sanitizer = new HtmlSanitizer();
        sanitizer.AllowedAttributes.Add("id");
        sanitizer.AllowedAttributes.Add("class");
        sanitizer.AllowedAttributes.Remove("style");
        sanitizer.AllowedClasses.UnionWith(["footnote-ref", "footnote-back-ref", "footnotes", Centered, AtEnd]);
        sanitizer.AllowedSchemes.UnionWith(["mailto", "tel"]);
        string[] refused = ["form", "input", "button", "select", "option", "textarea", "fieldset", "label", "style"];
        foreach (var tag in refused) sanitizer.AllowedTags.Remove(tag);
        return sanitizer.SanitizeDom(html);
    }

    /// <summary>The security policy shows pictures of this site alone: another one gives way to its description.</summary>
    /// <returns>What to tell who wrote it.</returns>
    public static IEnumerable<string> ReplaceForeignPictures(IElement body, Uri? site)
    {
        var warnings = new List<string>();
        foreach (var picture in body.QuerySelectorAll("img").ToList())
        {
            var description = picture.GetAttribute("alt") ?? "";
            var source = picture.GetAttribute("src");
            if (IsOurs(source, site))
            {
                if (description.Length == 0) warnings.Add($"The picture {source} has no description for those who cannot see it.");
                continue;
            }

            warnings.Add($"The picture “{description}”{(source is null ? "" : $" from {source}")} will not show: "
                + "only pictures of this site do. Readers see its description in its place.");
            picture.Replace(body.Owner!.CreateTextNode(description));
        }

        return warnings;
    }

    /// <summary>A link to an address that may not stand on a page becomes its text.</summary>
    /// <returns>What to tell who wrote it.</returns>
    public static IEnumerable<string> UnwrapDeadLinks(IElement body)
    {
        var warnings = new List<string>();
        foreach (var link in body.QuerySelectorAll("a:not([href])").ToList())
        {
            warnings.Add($"The link “{link.TextContent.Trim()}” will not work: its address is of a kind that is not allowed.");
            link.Replace([.. link.ChildNodes]);
        }

        return warnings;
    }

    /// <summary>What may be wider than a phone scrolls inside itself, by keyboard too.</summary>
    /// <param name="suffix">Tells the tables of several texts on one page apart.</param>
    public static void LetWideThingsScroll(IElement body, string suffix)
    {
        foreach (var head in body.QuerySelectorAll("thead th")) head.SetAttribute("scope", "col");
        Wrap("table", "Table");
        Wrap("pre", "Code");

        void Wrap(string selector, string name)
        {
            foreach (var (index, wide) in body.QuerySelectorAll(selector).ToList().Index())
            {
                var box = body.Owner!.CreateElement("div");
                box.ClassName = "scroll";
                box.SetAttribute("role", "region");
                box.SetAttribute("aria-label", $"{name} {index + 1}{suffix}");
                box.SetAttribute("tabindex", "0");
                wide.Replace(box);
                box.AppendChild(wide);
            }
        }
    }

    private static bool IsOurs(string? source, Uri? site) =>
        source is not null && Uri.TryCreate(site ?? AnyPage, source, out var address)
        && address.GetLeftPart(UriPartial.Authority) == (site ?? AnyPage).GetLeftPart(UriPartial.Authority);
}
