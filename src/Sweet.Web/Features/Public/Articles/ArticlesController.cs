using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting.Kept;

namespace Sweet.Web.Features.Public.Articles;

[AllowAnonymous]
[KeptPage(PageTags.Articles, PageTags.Courses)]
public sealed class ArticlesController(ArticleReading reading) : Controller
{
    [HttpGet("/articles")]
    [KeptArticleList]
    public async Task<IActionResult> Index(CancellationToken ct) =>
        PageNumber.Of(Request) is { } page && await reading.Page(page, ct) is { } articles ? View(articles) : NotFound();

    [HttpGet("/articles/{slug}")]
    public async Task<IActionResult> Show(string slug, CancellationToken ct)
    {
        if (await reading.Read(slug, ct) is { } page) return View(page);

        return await reading.WasWithdrawn(slug, ct) ? StatusCode(StatusCodes.Status410Gone) : NotFound();
    }
}
