using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Transfers;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared;

namespace Sweet.Web.Features.Staff.CohortCancellations;

/// <summary>Who moves to another cohort in place of a refund, as far as there are seats.</summary>
public sealed class CancellationChoices(SweetDbContext db, TimeProvider clock)
{
    private const int MostOffered = 20;

    public async Task<IReadOnlyList<OtherCohort>> Others(int cohortId, int courseId, string currency, CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var cohorts = await db.Cohorts.AsNoTracking().Include(c => c.Course)
            .Where(c => c.Id != cohortId && c.CourseId == courseId && c.FirstClassAtUtc > nowUtc && c.Currency == currency)
            .Where(c => (c.Status == CohortStatus.Open || c.Status == CohortStatus.Closed) && c.SeatsTaken + c.Waiting < c.Capacity)
            .OrderBy(c => c.FirstClassAtUtc).Take(MostOffered).ToListAsync(ct);
        return
        [
            .. cohorts.Where(c => c.TakesTransfersAt(nowUtc)).Select(c => new OtherCohort(
                c.Id, CohortTitle.Of(c.Course.Code, c.FirstClassAtUtc, c.TimeZone), c.SeatsOpen, c.PriceAt(nowUtc))),
        ];
    }

    /// <summary>
    /// What is chosen for each. Of more people than there are seats those move who registered first; the others are refunded.
    /// </summary>
    public static IReadOnlyList<SeatToEnd> Apply(
        IReadOnlyList<SeatToEnd> people, IReadOnlyList<OtherCohort> others, CancellationForm form)
    {
        var chosen = people.Where(p => p.CanMove && others.Any(o => o.Id == form.ChoiceFor(p.Id)))
            .GroupBy(p => form.ChoiceFor(p.Id))
            .SelectMany(group => group.OrderBy(p => p.Id).Index()
                .Select(p => (p.Item.Id, Place: p.Index, To: others.First(o => o.Id == group.Key))))
            .ToDictionary(p => p.Id, p => (p.Place, p.To));
        return [.. people.Select(p => chosen.TryGetValue(p.Id, out var choice) ? Chosen(p, choice.Place, choice.To) : p)];
    }

    private static SeatToEnd Chosen(SeatToEnd person, int place, OtherCohort to) => place < to.Seats
        ? person with { To = to, Back = person.Back with { Minor = Math.Max(0, person.Back.Minor - to.Price.Minor) } }
        : person with { FindsNoSeat = true };
}
