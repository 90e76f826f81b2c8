using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Students.Enrollments;

/// <summary>Reads what stands beside the form, fresh: no cache may say that a seat is free.</summary>
public sealed class NewEnrollmentPages(SweetDbContext db, IOptions<EnrollmentOptions> options, TimeProvider clock)
{
    /// <returns>Null if there is no such cohort, or none that a visitor may know of.</returns>
    public async Task<NewEnrollmentPage?> Read(string reference, Client client, CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var cohort = await db.Cohorts.Public().AsNoTracking()
            .Include(c => c.Course).Include(c => c.Meetings.OrderBy(m => m.Number))
            .SingleOrDefaultAsync(c => c.Reference == reference, ct);
        if (cohort is null) return null;

        var resume = client.BrowserKey is null ? null : await db.Enrollments
            .Where(e => e.CohortId == cohort.Id && e.BrowserKey == client.BrowserKey && e.Status == EnrollmentStatus.Held)
            .Select(e => e.LinkToken).FirstOrDefaultAsync(ct);
        return new NewEnrollmentPage(
            cohort.Reference, cohort.Course.Slug, cohort.Course.Title, cohort.Course.Kind, cohort.PhaseAt(nowUtc), cohort.SeatsLeft,
            cohort.PriceAt(nowUtc), options.Value.HoldMinutes, TimesOf(cohort), resume);
    }

    private static ClassTimes TimesOf(Cohort cohort) =>
        new(cohort.TimeZone, [.. cohort.Meetings.Select(m => new ClassTime(m.StartsAtUtc, m.EndsAtUtc))]);
}
