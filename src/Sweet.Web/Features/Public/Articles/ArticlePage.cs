using System.Globalization;
using System.Text.Json.Nodes;
using Sweet.Web.Features.Public.Courses;
using Sweet.Web.Features.Public.Shared;
using Sweet.Web.Features.Shared;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Public.Articles;

public sealed record ArticleRow(
    string Slug, string Title, string Category, string Summary, string Author, DateTime PublishedAtUtc, int Minutes)
{
    public string? LeadImage { get; init; }

    public string Path => $"/articles/{Slug}";

    public string MinutesText => Minutes == 1 ? "1 minute" : $"{Minutes} minutes";
}

/// <param name="Offer">What the call to action points at; null if the article has no course, or it is not public.</param>
public sealed record ArticlePage(ArticleRow Article, RenderedText Text, CourseOffer? Offer, IReadOnlyList<ArticleRow> Related)
{
    public string? LeadImageText { get; init; }

    /// <summary>What other sites show beside a link to it; below the root of the site.</summary>
    public required string SharePicture { get; init; }

    public bool HasOwnSharePicture => SharePicture != Public.Shared.SharePicture.OfSite;

    public DateTime UpdatedAtUtc { get; init; }

    public string CoursePath => SourceArticle.AddTo(Offer?.Course.Path ?? "/courses", Article.Slug);

    public bool IsByInstitute => Article.Author == Institute.Name;

    public string StructuredData(string baseUrl) => StructuredText.Graph(
        new JsonObject
        {
            ["@type"] = "BlogPosting",
            ["@id"] = baseUrl + Article.Path,
            ["mainEntityOfPage"] = baseUrl + Article.Path,
            ["headline"] = Article.Title,
            ["description"] = Article.Summary,
            ["articleSection"] = Article.Category,
            ["image"] = baseUrl + SharePicture,
            ["inLanguage"] = Institute.Language,
            ["datePublished"] = Utc(Article.PublishedAtUtc),
            ["dateModified"] = Utc(UpdatedAtUtc > Article.PublishedAtUtc ? UpdatedAtUtc : Article.PublishedAtUtc),
            ["author"] = IsByInstitute
                ? StructuredText.Institute(baseUrl)
                : new JsonObject { ["@type"] = "Person", ["name"] = Article.Author },
            ["publisher"] = StructuredText.Institute(baseUrl),
        },
        StructuredText.Breadcrumbs(baseUrl, ("Articles", "/articles"), (Article.Title, Article.Path)));

    private static string Utc(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

/// <param name="Number">Counted from 1.</param>
public sealed record ArticlesPage(IReadOnlyList<ArticleRow> Articles, int Number, int Pages)
{
    public bool HasNewer => Number > 1;

    public bool HasOlder => Number < Pages;

    public string NewerPath => PathOf(Number - 1);

    public string OlderPath => PathOf(Number + 1);

    public string Path => PathOf(Number);

    private static string PathOf(int number) => number == 1 ? "/articles" : $"/articles?page={number}";
}
