using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sweet.Domain.Articles;
using Sweet.Web.Data;
using Sweet.Web.Features.Public.Shared;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Kept;

namespace Sweet.Web.Features.Public.ArticleFeeds;

[AllowAnonymous]
[KeptPage(PageTags.Articles, PageTags.Courses)]
public sealed class ArticleFeedsController(SweetDbContext db, TextHtml html, IOptions<SiteOptions> site, TimeProvider clock) : Controller
{
    private const int Newest = 20;

    [HttpGet("/articles/feed.rss")]
    public async Task<IActionResult> Rss(CancellationToken ct)
    {
        var articles = await Articles(ct);
        return FeedFile.Of(ArticleRss.Write(articles, site.Value.BaseUrl), "application/rss+xml; charset=utf-8");
    }

    [HttpGet("/articles/feed.atom")]
    public async Task<IActionResult> Atom(CancellationToken ct)
    {
        var articles = await Articles(ct);
        return FeedFile.Of(ArticleAtom.Write(articles, site.Value.BaseUrl), "application/atom+xml; charset=utf-8");
    }

    private async Task<IReadOnlyList<FeedArticle>> Articles(CancellationToken ct)
    {
        var feed = new List<FeedArticle>();
        foreach (var article in await db.Articles.AsNoTracking().PublishedAt(clock.GetUtcNow().UtcDateTime).Take(Newest).ToListAsync(ct))
        {
            var text = await html.Render(string.Create(CultureInfo.InvariantCulture, $"article {article.Id}"), article.Body, ct);
            var published = article.PublishedAtUtc!.Value;
            var path = $"/articles/{article.Slug}";
            feed.Add(new FeedArticle(path, article.Title, article.Category, article.Summary, article.Author, published,
                article.UpdatedAtUtc > published ? article.UpdatedAtUtc : published, FeedArticle.HtmlOf(text, site.Value.BaseUrl + path)));
        }

        return feed;
    }
}
