using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sweet.Domain.Courses;
using Sweet.Domain.Waitlists;
using Sweet.Web.Data;
using Sweet.Web.Seating;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Students.WaitlistEntries;

public sealed class WaitlistPages(SweetDbContext db, IOptions<SeatingOptions> options, TimeProvider clock)
{
    /// <returns>Null if there is no such cohort, or none that a visitor may know of.</returns>
    public Task<WaitlistPage?> OfCohort(string reference, CancellationToken ct) =>
        Read(db.Cohorts.Public().Where(c => c.Reference == reference), ct);

    public async Task<PlacePage?> OfEntry(string token, CancellationToken ct)
    {
        var found = await db.WaitlistEntries.AsNoTracking().Where(e => e.Token == token)
            .Select(e => new
            {
                Entry = e,
                Ahead = db.WaitlistEntries.Count(other => other.CohortId == e.CohortId && other.Position < e.Position
                    && (other.Status == WaitlistStatus.Waiting || other.Status == WaitlistStatus.Offered)),
            })
            .SingleOrDefaultAsync(ct);
        if (found is not { Entry: var entry }) return null;
        if (await Read(db.Cohorts.Where(c => c.Id == entry.CohortId), ct) is not { } cohort) return null;

        return new PlacePage(entry.Token, entry.Status, cohort)
        {
            Place = found.Ahead + 1,
            OfferEndsAtUtc = entry.OfferEndsAtUtc,
            IsPaid = entry.IsPaid,
            IsOffered = entry.IsOfferedAt(clock.GetUtcNow().UtcDateTime),
        };
    }

    private async Task<WaitlistPage?> Read(IQueryable<Cohort> cohorts, CancellationToken ct)
    {
        var found = await cohorts.AsNoTracking()
            .Select(c => new
            {
                Cohort = c,
                c.Course.Slug,
                c.Course.Title,
                c.Course.Kind,
                Classes = c.Meetings.OrderBy(m => m.Number).Select(m => new ClassTime(m.StartsAtUtc, m.EndsAtUtc)).ToList(),
            })
            .SingleOrDefaultAsync(ct);
        if (found is not { Cohort: var cohort }) return null;

        var times = new ClassTimes(cohort.TimeZone, found.Classes);
        return new WaitlistPage(
            cohort.Reference, found.Slug, found.Title, found.Kind, cohort.PhaseAt(clock.GetUtcNow().UtcDateTime), times)
        {
            OfferHours = options.Value.OfferHours,
        };
    }
}
