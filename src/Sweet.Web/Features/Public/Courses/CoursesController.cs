using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Sweet.Web.Features.Shared;

namespace Sweet.Web.Features.Public.Courses;

[AllowAnonymous]
[OutputCache(PolicyName = PublicPagePolicy.Courses)]
public sealed class CoursesController(CourseOffers offers, CourseReading reading) : Controller
{
    [HttpGet("/courses")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await offers.List(ct));

    [HttpGet("/courses/{slug}")]
    [OutputCache(PolicyName = PublicPagePolicy.Course)]
    public async Task<IActionResult> Show(string slug, CancellationToken ct) =>
        await reading.Read(slug, KnownSources.Of(HttpContext), ct) is { } page ? View(page) : NotFound();
}
