using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting.Kept;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Features.Public.Courses;

[AllowAnonymous]
[KeptPage(PageTags.Courses)]
public sealed class CoursesController(CourseOffers offers, CourseReading reading) : Controller
{
    [HttpGet("/courses")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await offers.List(ct));

    [HttpGet("/courses/{slug}")]
    [KeptCourse]
    [EnableRateLimiting(RateLimits.Codes)]
    public async Task<IActionResult> Show(string slug, CancellationToken ct) =>
        await reading.Read(slug, SourceArticle.Of(Request), ct) is { } page ? View(page with { Code = CarriedCode.Of(Request) })
        : await reading.MovedTo(slug, ct) is { } now
            ? RedirectPermanent(CarriedCode.AddTo(SourceArticle.AddTo($"/courses/{now}", SourceArticle.Of(Request)), CarriedCode.Of(Request)))
        : NotFound();
}
