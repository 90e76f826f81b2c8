using System.Xml.Linq;
using Sweet.Web.Features.Public.Shared;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Public.ArticleFeeds;

/// <summary>Atom (RFC 4287) with whole articles.</summary>
public static class ArticleAtom
{
    public static XElement Write(IReadOnlyList<FeedArticle> articles, string baseUrl) =>
        new(AtomText.Name("feed"),
            new XAttribute(XNamespace.Xml + "lang", Institute.Language),
            new XElement(AtomText.Name("id"), baseUrl + "/articles"),
            new XElement(AtomText.Name("title"), $"{Institute.Name}: articles"),
            AtomText.Updated(articles.Count == 0 ? null : articles.Max(a => a.UpdatedAtUtc)),
            AtomText.Link(baseUrl + "/articles/feed.atom", "self", "application/atom+xml"),
            AtomText.Link(baseUrl + "/articles", "alternate", "text/html"),
            AtomText.Author(Institute.Name),
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
