using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sweet.Domain.Courses;
using Sweet.Domain.Courses.Planning;
using Sweet.Domain.Pictures;
using Sweet.Web.Data;
using Sweet.Web.Features.Public.Shared;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Public.Courses;

public sealed class CourseReading(
    SweetDbContext db, CourseOffers offers, TextHtml html, TimeProvider clock, IOptions<SiteOptions> site)
{
    public async Task<CoursePage?> Read(string slug, string? source, CancellationToken ct)
    {
        if (await offers.Find(slug, ct) is not { } offer || await TextOf(slug, ct) is not { } text) return null;

        return Page(offer, text) with { Source = source };
    }

    /// <summary>The page as it would be, of a course that is on its way.</summary>
    /// <param name="course">All of it; nothing of it is saved.</param>
    public async Task<CoursePage> Preview(Course course, CancellationToken ct) =>
        Page(await offers.Of(course, ct), await TextOf(course, ct)) with { IsPreview = true };

    /// <summary>The slug that a course has now which had this one before, or null.</summary>
    public Task<string?> MovedTo(string slug, CancellationToken ct) =>
        db.Courses.PublishedAt(clock.GetUtcNow().UtcDateTime)
            .Where(c => db.Set<FormerSlug>().Any(f => f.Slug == slug && f.CourseId == c.Id))
            .Select(c => c.Slug).SingleOrDefaultAsync(ct);

    private async Task<CourseText?> TextOf(string slug, CancellationToken ct)
    {
        var course = await db.Courses.AsNoTracking().PublishedAt(clock.GetUtcNow().UtcDateTime)
            .Include(c => c.Weeks).Include(c => c.Questions).Include(c => c.Teachers).Include(c => c.Testimonials)
            .AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Slug == slug, ct);
        return course is null ? null : await TextOf(course, ct);
    }

    private async Task<CourseText> TextOf(Course course, CancellationToken ct)
    {
        var what = string.Create(CultureInfo.InvariantCulture, $"course {course.Id}");
        var questions = new List<QuestionRow>();
        foreach (var asked in course.Questions.OrderBy(q => q.Number))
        {
            var part = string.Create(CultureInfo.InvariantCulture, $"answer-{asked.Number}");
            questions.Add(new QuestionRow(asked.Question, await html.RenderPart(what, asked.Answer, part, ct)));
        }

        return new CourseText(
            course.Promise,
            await html.RenderPart(what, course.Audience, "audience", ct),
            await html.RenderPart(what, course.MissedClass, "missed-text", ct),
            await html.RenderPart(what, course.Faculty, "faculty-text", ct),
            course.RefundFeePercent,
            [.. course.Weeks.OrderBy(w => w.Number).Select(w => new WeekRow(w.Title, w.Objective))],
            questions)
        {
            Teachers = await TeachersOf(course, what, ct),
            Testimonials =
                [.. course.Testimonials.Where(s => s.IsShown).OrderBy(s => s.Id).Select(s => new ShownTestimonial(s.Text, s.ShownAs))],
        };
    }

    private async Task<IReadOnlyList<TeacherRow>> TeachersOf(Course course, string what, CancellationToken ct)
    {
        var hashes = course.Teachers.Select(t => t.PictureHash).OfType<string>().ToList();
        var sizes = hashes.Count == 0 ? [] : await db.Pictures.Where(p => hashes.Contains(p.Hash))
            .Select(p => new PictureSize(p.Hash, p.Width, p.Height)).ToDictionaryAsync(p => p.Hash, StringComparer.Ordinal, ct);
        List<TeacherRow> rows = [];
        foreach (var teacher in course.Teachers.OrderBy(t => t.Number))
        {
            var part = string.Create(CultureInfo.InvariantCulture, $"teacher-{teacher.Number}");
            rows.Add(new TeacherRow(
                teacher.Name, teacher.Credentials, await html.RenderPart(what, teacher.Biography, part, ct),
                sizes.GetValueOrDefault(teacher.PictureHash ?? ""), teacher.AltText ?? ""));
        }

        return rows;
    }

    private CoursePage Page(CourseOffer offer, CourseText text) => new(offer, text, ExampleFor(offer, text.FeePercent))
    {
        StructuredData = CourseData.Write(offer, text, site.Value.BaseUrl),
    };

    private static RefundExample? ExampleFor(CourseOffer offer, int feePercent)
    {
        var cohort = offer.Next ?? offer.Coming.Concat(offer.Over).FirstOrDefault();
        return cohort is null || cohort.PriceNow.IsZero
            ? null
            : RefundExample.Compute(cohort.PriceNow, feePercent, cohort.Meetings.Count);
    }
}
