using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting.Kept;

namespace Sweet.Web.Features.Public.Courses;

[AllowAnonymous]
[KeptPage(PageTags.Courses)]
public sealed class CoursesController(CourseOffers offers, CourseReading reading) : Controller
{
    [HttpGet("/courses")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await offers.List(ct));

    [HttpGet("/courses/{slug}")]
    [KeptCourse]
    public async Task<IActionResult> Show(string slug, CancellationToken ct) =>
        await reading.Read(slug, SourceArticle.Of(Request), ct) is { } page ? View(page)
        : await reading.MovedTo(slug, ct) is { } now ? RedirectPermanent($"/courses/{now}")
        : NotFound();
}
