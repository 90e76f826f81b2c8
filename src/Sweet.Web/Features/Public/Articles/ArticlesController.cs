using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Sweet.Web.Features.Shared;

namespace Sweet.Web.Features.Public.Articles;

[AllowAnonymous]
[OutputCache(PolicyName = PublicPagePolicy.Articles)]
public sealed class ArticlesController(ArticleReading reading) : Controller
{
    [HttpGet("/articles")]
    [OutputCache(PolicyName = PublicPagePolicy.ArticleList)]
    public async Task<IActionResult> Index(CancellationToken ct) =>
        PageNumber.Of(Request) is { } page && await reading.Page(page, ct) is { } articles ? View(articles) : NotFound();

    [HttpGet("/articles/{slug}")]
    public async Task<IActionResult> Show(string slug, CancellationToken ct)
    {
        if (await reading.Read(slug, ct) is { } page) return View(page);

        return await reading.WasWithdrawn(slug, ct) ? StatusCode(StatusCodes.Status410Gone) : NotFound();
    }
}
