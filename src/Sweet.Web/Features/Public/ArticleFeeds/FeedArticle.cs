using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Public.ArticleFeeds;

/// <summary>An article for a feed reader: whole, and with no address that only works on our page.</summary>
public sealed record FeedArticle(
    string Path, string Title, string Category, string Summary, string Author, DateTime PublishedAtUtc, DateTime UpdatedAtUtc, string Html)
{
    public static string HtmlOf(RenderedText text, string address)
    {
        var document = new HtmlParser().ParseDocument(text.HasReferences ? $"{text.Body}<h2>References</h2>{text.References}" : text.Body);
        foreach (var anchor in document.QuerySelectorAll("a.anchor")) anchor.Remove();
        foreach (var box in document.QuerySelectorAll("div.scroll").ToList()) box.Replace([.. box.ChildNodes]);
        foreach (var link in document.QuerySelectorAll("a[href]")) MakeWhole(link, "href", address);
        foreach (var picture in document.QuerySelectorAll("img[src]")) MakeWhole(picture, "src", address);
        return document.Body!.InnerHtml;
    }

    // What is no address at all stays as it was written: it harms nobody but its link.
    private static void MakeWhole(IElement element, string name, string address)
    {
        if (Uri.TryCreate(new Uri(address), element.GetAttribute(name), out var whole)) element.SetAttribute(name, whole.AbsoluteUri);
    }
}
