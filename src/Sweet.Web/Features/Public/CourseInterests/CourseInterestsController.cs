using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Web.Data;
using Sweet.Web.Features.Public.Courses;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Features.Public.CourseInterests;

/// <summary>"Tell me about the next one". The same answer whether or not the address was noted before.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CourseInterestsController(
    SweetDbContext db, AskForNews askForNews, CourseReading courses, TimeProvider clock) : Controller
{
    private IQueryable<Course> Published => db.Courses.AsNoTracking().PublishedAt(clock.GetUtcNow().UtcDateTime);

    [HttpGet("/courses/{slug}/interests/new")]
    public async Task<IActionResult> New(string slug, CancellationToken ct) =>
        await PageFor(slug, new CourseInterestForm(), ct) is { } page ? View(page)
        : await courses.MovedTo(slug, ct) is { } now ? RedirectPermanent($"/courses/{now}/interests/new{Request.QueryString}")
        : NotFound();

    [HttpGet("/courses/{slug}/interests")]
    public IActionResult Edit(string slug) => this.SeeOther($"/courses/{slug}/interests/new");

    [HttpPost("/courses/{slug}/interests")]
    [EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Create(string slug, CourseInterestForm form, CancellationToken ct)
    {
        // Its page may have been open while the course got another address.
        slug = await courses.MovedTo(slug, ct) ?? slug;
        if (await PageFor(slug, form, ct) is not { } page) return NotFound();
        if (!ModelState.IsValid) return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), page);

        await askForNews.Ask(await Named(slug).Select(c => c.Id).SingleAsync(ct), form.Address(), ct);
        return this.SeeOther($"{page.CoursePath}/interests/sent");
    }

    [HttpGet("/courses/{slug}/interests/sent")]
    public async Task<IActionResult> Index(string slug, CancellationToken ct) =>
        await PageFor(slug, new CourseInterestForm(), ct) is { } page ? View(page) : NotFound();

    /// <remarks>Mail scanners open every link: it shows buttons, and only they change something.</remarks>
    [HttpGet("/interests/{token}")]
    [PrivatePage]
    public async Task<IActionResult> Show(string token, CancellationToken ct)
    {
        var interest = await db.CourseInterests.Where(i => i.Token == token)
            .Select(i => new InterestPage(i.Token, i.Course.Title, "/courses/" + i.Course.Slug, i.ConfirmedAtUtc != null))
            .SingleOrDefaultAsync(ct);
        return interest is null ? Forgotten() : View(interest);
    }

    private IQueryable<Course> Named(string slug) => Published.Where(c => c.Slug == slug);

    // We wrote to the address as it had asked, or it asked to be deleted: either way it is gone.
    private ViewResult Forgotten() => this.Answer(StatusCodes.Status410Gone, nameof(Forgotten));

    private Task<CourseInterestPage?> PageFor(string slug, CourseInterestForm form, CancellationToken ct) =>
        Named(slug)
            .Select(c => new CourseInterestPage(c.Title, "/courses/" + c.Slug, form)).SingleOrDefaultAsync(ct);
}

public sealed record InterestPage(string Token, string CourseTitle, string CoursePath, bool IsConfirmed);
