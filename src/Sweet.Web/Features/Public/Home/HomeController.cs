using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Public.Articles;
using Sweet.Web.Features.Public.Courses;
using Sweet.Web.Features.Public.Shared;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting.Kept;

namespace Sweet.Web.Features.Public.Home;

[AllowAnonymous]
[KeptPage(PageTags.Articles, PageTags.Courses)]
public sealed class HomeController(ArticleReading articles, CourseOffers offers) : Controller
{
    private const int ArticlesShown = 6;

    [HttpGet("/")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var latest = await articles.Latest(ArticlesShown, ct);
        return View(new HomePage(latest is [var first, ..] ? first : null, [.. latest.Skip(1)], await offers.List(ct)));
    }
}

public sealed record HomePage(ArticleRow? Feature, IReadOnlyList<ArticleRow> More, IReadOnlyList<CourseOffer> Offers)
{
    public string CoursePath => Offers is [var only] ? only.Course.Path : "/courses";

    public string StructuredData(string baseUrl) => StructuredText.Graph(StructuredText.Institute(baseUrl));
}
