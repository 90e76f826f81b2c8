using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;
using Sweet.Domain.Transfers;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Seating;

namespace Sweet.Web.Features.Staff.RosterTransfers;

public sealed class RosterTransferPages(SweetDbContext db, IOptions<SeatingOptions> options, TimeProvider clock)
{
    /// <param name="to">The cohort that was chosen, or null.</param>
    public async Task<RosterTransferPage?> Read(int cohortId, IReadOnlyList<int> picked, int? to, CancellationToken ct)
    {
        var from = await db.Cohorts.AsNoTracking().Include(c => c.Course).SingleOrDefaultAsync(c => c.Id == cohortId, ct);
        if (from is null) return null;

        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var others = await Others(from, nowUtc, ct);
        var page = new RosterTransferPage(cohortId, Title(from), picked)
        {
            HoldHours = options.Value.TransferHours,
            Others = others.ConvertAll(c => new OtherCohort(c.Id, Title(c), c.SeatsOpen, c.Capacity, c.Waiting, c.PriceAt(nowUtc))),
            WasTaken = to is not null && !others.Exists(c => c.Id == to),
        };
        return others.Find(c => c.Id == to) is { } target && page.CanGoOn
            ? page with
            {
                To = page.Others.Single(c => c.Id == to),
                People = await People(cohortId, picked, target, nowUtc, ct),
            }
            : page;
    }

    private async Task<List<Cohort>> Others(Cohort from, DateTime nowUtc, CancellationToken ct)
    {
        var cohorts = await db.Cohorts.AsNoTracking().Include(c => c.Course)
            .Where(c => c.CourseId == from.CourseId && c.Id != from.Id && c.Currency == from.Currency && c.FirstClassAtUtc > nowUtc)
            .Where(c => (c.Status == CohortStatus.Open || c.Status == CohortStatus.Closed) && c.SeatsTaken + c.Waiting < c.Capacity)
            .OrderBy(c => c.FirstClassAtUtc).ToListAsync(ct);
        return cohorts.FindAll(c => c.TakesTransfersAt(nowUtc));
    }

    // Everything at once: the sum of each person needs all of their order.
    private async Task<IReadOnlyList<PersonToMove>> People(
        int cohortId, IReadOnlyList<int> picked, Cohort to, DateTime nowUtc, CancellationToken ct)
    {
        var people = await db.Enrollments.Where(e => e.CohortId == cohortId && picked.Contains(e.Id))
            .OrderBy(e => e.SearchKey).ThenBy(e => e.Id).AtOnce().ToListAsync(ct);
        await db.ShowEarlierSeats(people, ct);
        var ids = people.ConvertAll(e => e.Id);
        var keys = people.ConvertAll(e => e.EmailKey);
        var successors = await db.Enrollments.AsNoTracking().Live()
            .Where(e => e.TransferredFromId != null && ids.Contains(e.TransferredFromId.Value)).ToListAsync(ct);
        var there = await db.Enrollments.AsNoTracking().Live()
            .Where(e => e.CohortId == to.Id && keys.Contains(e.EmailKey)).ToListAsync(ct);

        var free = to.SeatsOpen;
        return people.ConvertAll(e =>
        {
            var refusal = e.TransferRefusalFor(successors.Find(s => s.TransferredFromId == e.Id))
                ?? e.TransferRefusalInto(to, there.Find(live => live.EmailKey == e.EmailKey), nowUtc)
                ?? (free == 0 ? TransferRefusal.Full : null);
            if (refusal is null) free--;
            return new PersonToMove(e.Id, e.FullName, e.Number)
            {
                Refusal = refusal,
                Quote = refusal is null ? TransferQuote.For(e.Order, to, e.ClassesCountedAt(nowUtc), nowUtc) : null,
            };
        });
    }

    private static string Title(Cohort cohort) => CohortTitle.Of(cohort.Course.Code, cohort.FirstClassAtUtc, cohort.TimeZone);
}
