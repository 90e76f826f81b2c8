using System.Globalization;
using System.Xml.Linq;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Public.ArticleFeeds;

/// <summary>RSS 2.0 with whole articles.</summary>
public static class ArticleRss
{
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static XElement Write(IReadOnlyList<FeedArticle> articles, string baseUrl) =>
        new("rss",
            new XAttribute("version", "2.0"),
            new XAttribute(XNamespace.Xmlns + "content", Content),
            new XAttribute(XNamespace.Xmlns + "dc", DublinCore),
            new XAttribute(XNamespace.Xmlns + "atom", Atom),
            new XElement("channel",
                new XElement("title", Institute.Name),
                new XElement("link", baseUrl + "/articles"),
                new XElement("description", "Clinical articles for mental-health professionals."),
                new XElement("language", "en-us"),
                articles.Count == 0 ? null : new XElement("lastBuildDate", Date(articles.Max(a => a.UpdatedAtUtc))),
                new XElement(Atom + "link", new XAttribute("href", baseUrl + "/articles/feed.rss"),
                    new XAttribute("rel", "self"), new XAttribute("type", "application/rss+xml")),
                articles.Select(article => Item(article, baseUrl))));

    private static XElement Item(FeedArticle article, string baseUrl) =>
        new("item",
            new XElement("title", article.Title),
            new XElement("link", baseUrl + article.Path),
            new XElement("guid", baseUrl + article.Path),
            new XElement("pubDate", Date(article.PublishedAtUtc)),
            new XElement(DublinCore + "creator", article.Author),
            new XElement("category", article.Category),
            new XElement("description", article.Summary),
            new XElement(Content + "encoded", new XCData(article.Html.Replace("]]>", "]]&gt;", StringComparison.Ordinal))));

    private static string Date(DateTime utc) => utc.ToString("ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture);
}
