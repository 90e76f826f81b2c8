using System.Xml.Linq;
using Sweet.Web.Features.Public.Shared;

namespace Sweet.Web.Features.Public.ArticleFeeds;

/// <summary>Atom (RFC 4287) with whole articles.</summary>
public static class ArticleAtom
{
    public static XElement Write(IReadOnlyList<FeedArticle> articles, string baseUrl) =>
        AtomText.Feed(
            baseUrl + "/articles", "articles", articles.Count == 0 ? null : articles.Max(a => a.UpdatedAtUtc),
            articles.Select(article => Entry(article, baseUrl)));

    private static XElement Entry(FeedArticle article, string baseUrl) =>
        new(AtomText.Name("entry"),
            new XElement(AtomText.Name("id"), baseUrl + article.Path),
            new XElement(AtomText.Name("title"), article.Title),
            new XElement(AtomText.Name("published"), AtomText.Date(article.PublishedAtUtc)),
            AtomText.Updated(article.UpdatedAtUtc),
            AtomText.Link(baseUrl + article.Path, "alternate", "text/html"),
            AtomText.Author(article.Author),
            new XElement(AtomText.Name("category"), new XAttribute("term", article.Category)),
            new XElement(AtomText.Name("summary"), article.Summary),
            new XElement(AtomText.Name("content"), new XAttribute("type", "html"), article.Html));
}
