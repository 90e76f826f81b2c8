using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Shared.Seats;

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
            .Include(c => c.Course)
            .ToListAsync(ct);
        var seats = await SeatCounts.Of(db, found.ConvertAll(c => c.Id), ct);
        var rows = found.ConvertAll(c => new CohortListRow(
            c.Id, CohortTitle.Of(c.Course.Code, c.FirstClassAtUtc, c.TimeZone), c.PhaseAt(nowUtc), c.Status, seats.SeatsOf(c)));
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
