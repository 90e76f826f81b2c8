using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;
using Sweet.Domain.Transfers;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Seating;

namespace Sweet.Web.Features.Staff.Transfers;

public sealed class TransferPages(SweetDbContext db, IOptions<SeatingOptions> options, TimeProvider clock)
{
    private const int MostTargets = 30;

    public async Task<TransferPage?> Read(int enrollmentId, CancellationToken ct)
    {
        var from = await db.Enrollments.AtOnce().SingleOrDefaultAsync(e => e.Id == enrollmentId, ct);
        if (from is null) return null;

        await db.ShowEarlierSeats(from, ct);
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var begun = from.ClassesCountedAt(nowUtc);
        var own = TransferQuote.For(from.Order, from.Cohort, begun, nowUtc);
        var successor = await db.Enrollments.AsNoTracking().Live().FirstOrDefaultAsync(e => e.TransferredFromId == enrollmentId, ct);
        return new TransferPage(
            enrollmentId, from.CohortId, Title(from.Cohort), from.Number, from.FullName, from.Email)
        {
            Paid = from.Order.Paid,
            CameAlong = from.Order.Credit(),
            Allowance = own.Allowance,
            ClassesCounted = own.ClassesCounted,
            Classes = own.Classes,
            Worth = own.Worth,
            HoldHours = options.Value.TransferHours,
            Refusal = from.TransferRefusalFor(successor),
            Targets = await Targets(from, begun, nowUtc, ct),
        };
    }

    // Of the same course first, the earliest before the later ones.
    private async Task<IReadOnlyList<TransferTarget>> Targets(Enrollment from, int begun, DateTime nowUtc, CancellationToken ct)
    {
        var cohorts = await db.Cohorts.AsNoTracking().Include(c => c.Course)
            .Where(c => c.Id != from.CohortId && c.FirstClassAtUtc > nowUtc && c.Currency == from.Order.Currency)
            .Where(c => (c.Status == CohortStatus.Open || c.Status == CohortStatus.Closed) && c.SeatsTaken + c.Waiting < c.Capacity)
            .Where(c => !db.Enrollments.Live().Any(e => e.CohortId == c.Id && e.EmailKey == from.EmailKey))
            .OrderBy(c => c.CourseId == from.Cohort.CourseId ? 0 : 1).ThenBy(c => c.FirstClassAtUtc)
            .Take(MostTargets).ToListAsync(ct);
        return
        [
            .. cohorts.Where(c => c.TakesTransfersAt(nowUtc)).Select(c => new TransferTarget(
                c.Id, Title(c), c.SeatsOpen, c.Capacity, c.Waiting, TransferQuote.For(from.Order, c, begun, nowUtc))),
        ];
    }

    private static string Title(Cohort cohort) => CohortTitle.Of(cohort.Course.Code, cohort.FirstClassAtUtc, cohort.TimeZone);
}
