using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared;

namespace Sweet.Web.Features.Staff.Cohorts;

public sealed class CohortLists(SweetDbContext db, TimeProvider clock)
{
    private const int Size = 25;

    public async Task<CohortsPage> Read(CohortFilter filter, int number, CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var counts = await Count(nowUtc, ct);
        var found = await db.Cohorts.AsNoTracking().Shown(filter, nowUtc)
            .OrderByDescending(c => c.FirstClassAtUtc).ThenByDescending(c => c.Id)
            .Skip((number - 1) * Size).Take(Size)
            .Select(c => new
            {
                Cohort = c,
                c.Course.Code,
                Confirmed = db.Enrollments.Count(e => e.CohortId == c.Id && e.Status == EnrollmentStatus.Confirmed),
                Processing = db.Enrollments.Count(e => e.CohortId == c.Id && e.Status == EnrollmentStatus.Processing),
                Held = db.Enrollments.Count(e => e.CohortId == c.Id && e.Status == EnrollmentStatus.Held),
            })
            .ToListAsync(ct);
        var rows = found.ConvertAll(f => new CohortListRow(
            f.Cohort.Id,
            CohortTitle.Of(f.Code, f.Cohort.FirstClassAtUtc, f.Cohort.TimeZone),
            f.Cohort.PhaseAt(nowUtc),
            SeatNumbers.Of(f.Cohort, f.Confirmed, f.Processing, f.Held)));
        var total = counts.First(chip => chip.Filter == filter).Count;
        return new CohortsPage(filter, counts, new Paged<CohortListRow>(rows, number, total, Size));
    }

    private async Task<IReadOnlyList<CohortChip>> Count(DateTime nowUtc, CancellationToken ct)
    {
        var chips = new List<CohortChip>();
        var all = await db.Cohorts.GroupBy(c => c.Status == CohortStatus.Draft ? CohortFilter.Draft
                : c.Status == CohortStatus.Cancelled ? CohortFilter.Canceled
                : c.Status == CohortStatus.Completed || c.LastClassEndsAtUtc <= nowUtc ? CohortFilter.Past
                : c.FirstClassAtUtc <= nowUtc ? CohortFilter.Running
                : CohortFilter.ToCome)
            .Select(g => new { Filter = g.Key, Count = g.Count() }).ToListAsync(ct);
        foreach (var filter in Enum.GetValues<CohortFilter>())
        {
            var count = all.Where(c => filter == CohortFilter.All || c.Filter == filter).Sum(c => c.Count);
            chips.Add(new CohortChip(filter, count));
        }

        return chips;
    }
}
