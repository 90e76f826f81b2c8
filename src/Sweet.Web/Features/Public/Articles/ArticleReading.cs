using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Articles;
using Sweet.Web.Data;
using Sweet.Web.Features.Public.Courses;
using Sweet.Web.Features.Public.Shared;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Public.Articles;

/// <summary>Reads published articles. An article costs queries only when its page is made anew.</summary>
public sealed class ArticleReading(SweetDbContext db, TextHtml html, CourseOffers offers, TimeProvider clock, IWebHostEnvironment host)
{
    private const int PageSize = 10;
    private const int RelatedCount = 3;

    private IQueryable<Article> Published => db.Articles.AsNoTracking().PublishedAt(clock.GetUtcNow().UtcDateTime);

    public async Task<ArticlePage?> Read(string slug, CancellationToken ct)
    {
        if (await Published.SingleOrDefaultAsync(a => a.Slug == slug, ct) is not { } article) return null;
        // SQL Server finds "A" for "a" and a sign of double width too: one page, one address, whatever the database.
        if (article.Slug != slug) return null;

        var text = await TextOf(article, ct);
        var offer = article.CourseId is { } course ? await offers.Find(course, ct) : null;
        return new ArticlePage(Row(article, text), text, offer, await RelatedTo(article, ct))
        {
            LeadImageText = article.LeadImageText,
            SharePicture = SharePicture.Of(article.LeadImage, host),
            UpdatedAtUtc = article.UpdatedAtUtc,
        };
    }

    public async Task<bool> WasWithdrawn(string slug, CancellationToken ct) =>
        slug == await db.Articles
            .Where(a => a.Slug == slug && a.Status == ArticleStatus.Withdrawn && a.PublishedAtUtc != null)
            .Select(a => a.Slug)
            .SingleOrDefaultAsync(ct);

    /// <summary>Null if there is no such page; the first page exists even while it is empty.</summary>
    public async Task<ArticlesPage?> Page(int number, CancellationToken ct)
    {
        var count = await Published.CountAsync(ct);
        var pages = Math.Max(1, (count + PageSize - 1) / PageSize);
        if (number < 1 || number > pages) return null;

        return new ArticlesPage(await Rows(Published.Skip((number - 1) * PageSize).Take(PageSize), ct), number, pages);
    }

    public Task<IReadOnlyList<ArticleRow>> Latest(int count, CancellationToken ct) => Rows(Published.Take(count), ct);

    // Those of the same course first, then the newest.
    private Task<IReadOnlyList<ArticleRow>> RelatedTo(Article article, CancellationToken ct) =>
        Rows(Published
            .Where(a => a.Id != article.Id)
            .OrderByDescending(a => a.CourseId == article.CourseId).ThenByDescending(a => a.PublishedAtUtc).ThenByDescending(a => a.Id)
            .Take(RelatedCount), ct);

    private async Task<IReadOnlyList<ArticleRow>> Rows(IQueryable<Article> query, CancellationToken ct)
    {
        var rows = new List<ArticleRow>();
        foreach (var article in await query.ToListAsync(ct))
            rows.Add(Row(article, await TextOf(article, ct)));
        return rows;
    }

    private ValueTask<RenderedText> TextOf(Article article, CancellationToken ct) =>
        html.Render(string.Create(CultureInfo.InvariantCulture, $"article {article.Id}"), article.Body, ct);

    private static ArticleRow Row(Article article, RenderedText text) =>
        new(article.Slug, article.Title, article.Category, article.Summary, article.Author, article.PublishedAtUtc!.Value, text.Minutes)
        {
            LeadImage = article.LeadImage,
        };
}
