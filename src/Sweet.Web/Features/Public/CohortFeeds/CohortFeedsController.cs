using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Sweet.Web.Features.Public.Courses;
using Sweet.Web.Features.Public.Shared;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Kept;

namespace Sweet.Web.Features.Public.CohortFeeds;

/// <summary>Open and coming cohorts, for readers, programs and calendars.</summary>
[AllowAnonymous]
[KeptPage(PageTags.Courses)]
public sealed class CohortFeedsController(CourseOffers offers, IOptions<SiteOptions> site) : Controller
{
    private string BaseUrl => site.Value.BaseUrl;

    [HttpGet("/courses/feed.atom")]
    public async Task<IActionResult> Atom(CancellationToken ct)
    {
        var cohorts = await Cohorts(ct);
        return FeedFile.Of(CohortAtom.Write(cohorts, BaseUrl), "application/atom+xml; charset=utf-8");
    }

    [HttpGet("/courses/feed.json")]
    public async Task<IActionResult> Json(CancellationToken ct) =>
        FeedFile.Of(CohortJson.Write(await Cohorts(ct), BaseUrl), "application/feed+json; charset=utf-8");

    [HttpGet("/courses/feed.ics")]
    public async Task<IActionResult> Calendar(CancellationToken ct)
    {
        var cohorts = await Cohorts(ct);
        var calendar = CohortCalendar.Write(cohorts, BaseUrl, site.Value.HelpEmail);
        return FeedFile.Of(Encoding.UTF8.GetBytes(calendar), "text/calendar; charset=utf-8");
    }

    private async Task<IReadOnlyList<FeedCohort>> Cohorts(CancellationToken ct) =>
        [.. (await offers.List(ct))
            .SelectMany(o => o.Coming.Where(c => c.CanRegister || c.IsFull || c.IsUpcoming).Select(c => new FeedCohort(o.Course, c)))
            .OrderBy(c => c.Row.FirstStartsAtUtc)];
}
