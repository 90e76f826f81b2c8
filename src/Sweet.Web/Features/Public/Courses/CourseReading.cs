using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sweet.Domain.Courses;
using Sweet.Web.Data;
using Sweet.Web.Hosting;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Public.Courses;

public sealed class CourseReading(SweetDbContext db, CourseOffers offers, TimeProvider clock, IOptions<SiteOptions> site)
{
    public async Task<CoursePage?> Read(string slug, string? source, CancellationToken ct)
    {
        if (await offers.Find(slug, ct) is not { } offer || await TextOf(slug, ct) is not { } text) return null;

        return new CoursePage(offer, text, ExampleFor(offer, text.FeePercent))
        {
            Source = source,
            StructuredData = CourseData.Write(offer, text, site.Value.BaseUrl),
        };
    }

    private async Task<CourseText?> TextOf(string slug, CancellationToken ct)
    {
        var course = await db.Courses.AsNoTracking().PublishedAt(clock.GetUtcNow().UtcDateTime)
            .Include(c => c.Weeks).Include(c => c.Questions)
            .AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Slug == slug, ct);
        return course is null ? null : new CourseText(
            course.Promise,
            MarkdownText.Render(course.Audience).Body,
            MarkdownText.Render(course.Faculty).Body,
            course.RefundFeePercent,
            [.. course.Weeks.OrderBy(w => w.Number).Select(w => new WeekRow(w.Title, w.Objective))],
            [.. course.Questions.OrderBy(q => q.Number).Select(q => new QuestionRow(q.Question, MarkdownText.Render(q.Answer).Body))]);
    }

    private static RefundExample? ExampleFor(CourseOffer offer, int feePercent)
    {
        var cohort = offer.Next ?? offer.Coming.Concat(offer.Over).FirstOrDefault();
        return cohort is null || cohort.FullPrice.IsZero
            ? null
            : RefundExample.Compute(cohort.FullPrice, feePercent, cohort.Meetings.Count);
    }
}
