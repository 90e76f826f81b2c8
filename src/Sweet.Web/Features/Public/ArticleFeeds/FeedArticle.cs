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
        foreach (var link in document.QuerySelectorAll("a[href]"))
            link.SetAttribute("href", new Uri(new Uri(address), link.GetAttribute("href")).ToString());
        foreach (var picture in document.QuerySelectorAll("img[src]"))
            picture.SetAttribute("src", new Uri(new Uri(address), picture.GetAttribute("src")).ToString());
        return document.Body!.InnerHtml;
    }
}
