using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Web.Data;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Public.Courses;

public sealed class CourseOffers(SweetDbContext db, TimeProvider clock)
{
    public async Task<CourseOffer?> Find(int courseId, CancellationToken ct) =>
        (await Read(db.Courses.Where(c => c.Id == courseId), ct)).SingleOrDefault();

    public async Task<CourseOffer?> Find(string slug, CancellationToken ct) =>
        (await Read(db.Courses.Where(c => c.Slug == slug), ct)).SingleOrDefault(o => o.Course.Slug == slug);

    /// <summary>Those with the earliest open cohort first.</summary>
    public async Task<IReadOnlyList<CourseOffer>> List(CancellationToken ct) =>
        [.. (await Read(db.Courses, ct))
            .OrderBy(o => o.Next?.FirstStartsAtUtc ?? DateTime.MaxValue).ThenBy(o => o.Course.Title, StringComparer.Ordinal)];

    /// <summary>What a course would offer that is on its way: published or not, saved or not.</summary>
    /// <param name="course">With its approvals.</param>
    public async Task<CourseOffer> Of(Course course, CancellationToken ct) =>
        Offer(course, await Cohorts([course.Id], ct), clock.GetUtcNow().UtcDateTime);

    private async Task<IEnumerable<CourseOffer>> Read(IQueryable<Course> courses, CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var published = await courses.AsNoTracking().PublishedAt(nowUtc).Include(c => c.Approvals).ToListAsync(ct);
        var ids = published.ConvertAll(c => c.Id);
        var cohorts = await Cohorts(ids, ct);
        return published.Select(course => Offer(course, cohorts.Where(c => c.CourseId == course.Id), nowUtc));
    }

    private Task<List<Cohort>> Cohorts(List<int> courseIds, CancellationToken ct) =>
        db.Cohorts.AsNoTracking().Public()
            .Where(c => courseIds.Contains(c.CourseId) && c.Meetings.Any())
            .Include(c => c.Meetings).Include(c => c.History)
            .AsSplitQuery()
            .ToListAsync(ct);

    private static CourseOffer Offer(Course course, IEnumerable<Cohort> cohorts, DateTime nowUtc)
    {
        var name = new CourseName(course.Id, course.Slug, course.Title, course.Kind, course.Summary);
        var rows = cohorts.Select(c => CohortRow.Of(name.Path, c, nowUtc)).OrderBy(c => c.FirstStartsAtUtc).ToLookup(c => c.IsOver);
        var offer = new CourseOffer(name, [.. rows[false]], [.. rows[true].Reverse()]);
        var today = ZonedTime.At(nowUtc, Institute.TimeZone).Local;
        var firstDay = DateOnly.FromDateTime(offer.Next?.First.Local ?? today);
        var lastDay = DateOnly.FromDateTime(offer.Next?.Last.Local ?? today);
        return offer with { Approvals = ApprovalRow.ValidFor(course.Approvals, firstDay, lastDay) };
    }
}
