using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sweet.Domain.Articles;
using Sweet.Domain.Courses;
using Sweet.Web.Data;
using Sweet.Web.Features.Public.Policies;
using Sweet.Web.Features.Public.Shared;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Kept;

namespace Sweet.Web.Features.Public.Sitemap;

[AllowAnonymous]
[KeptPage(PageTags.Articles, PageTags.Courses)]
public sealed class SitemapController(SweetDbContext db, IOptions<SiteOptions> site, TimeProvider clock) : Controller
{
    private static readonly XNamespace Sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [HttpGet("/sitemap.xml")]
    public async Task<IActionResult> Show(CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var articles = await db.Articles.PublishedAt(nowUtc).Select(a => new { a.Slug, a.UpdatedAtUtc, a.PublishedAtUtc }).ToListAsync(ct);
        var courses = await db.Courses.PublishedAt(nowUtc).OrderBy(c => c.Id).Select(c => c.Slug).ToListAsync(ct);
        var policies = await db.PolicyVersions.Where(v => v.EffectiveFromUtc <= nowUtc).Select(v => v.Kind).Distinct().ToListAsync(ct);
        return FeedFile.Of(
            new XElement(Sitemaps + "urlset",
                Page("/"), Page("/articles"), Page("/courses"), Page("/policies"),
                articles.Select(a => Page($"/articles/{a.Slug}", a.UpdatedAtUtc > a.PublishedAtUtc ? a.UpdatedAtUtc : a.PublishedAtUtc)),
                courses.Select(slug => Page($"/courses/{slug}")),
                policies.Order().Select(kind => Page(PolicyPage.PathOf(kind)))),
            "application/xml; charset=utf-8");
    }

    // Nothing is forbidden: a crawler has to read a page to see that it says noindex.
    [HttpGet("/robots.txt")]
    public IActionResult Robots() => FeedFile.Of(
        Encoding.UTF8.GetBytes($"User-agent: *\nDisallow:\n\nSitemap: {site.Value.BaseUrl}/sitemap.xml\n"),
        "text/plain; charset=utf-8");

    private XElement Page(string path, DateTime? changedAtUtc = null) =>
        new(Sitemaps + "url",
            new XElement(Sitemaps + "loc", site.Value.BaseUrl + path),
            changedAtUtc is { } changed
                ? new XElement(Sitemaps + "lastmod", changed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                : null);
}
