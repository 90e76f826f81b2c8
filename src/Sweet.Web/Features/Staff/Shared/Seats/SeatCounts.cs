using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Web.Data;

namespace Sweet.Web.Features.Staff.Shared.Seats;

/// <summary>How many enrollments of each state some cohorts have, and what was paid for them: one statement for all of them.</summary>
public sealed class SeatCounts
{
    private readonly ILookup<int, Row> rows;

    private SeatCounts(IEnumerable<Row> rows) => this.rows = rows.ToLookup(r => r.CohortId);

    public static async Task<SeatCounts> Of(SweetDbContext db, IReadOnlyCollection<int> cohortIds, CancellationToken ct)
    {
        // Each has a key to be found by; said so that the index is used that begins with the cohort and holds the state.
        var enrollments = db.Enrollments.Where(e => e.SearchKey != "" && cohortIds.Contains(e.CohortId));
        var counts = enrollments.GroupBy(e => new { e.CohortId, e.Status })
            .Select(g => new Row { CohortId = g.Key.CohortId, Status = g.Key.Status, IsMoney = false, Sum = g.LongCount() });
        var paid =
            from e in enrollments
            join o in db.Orders on e.Id equals o.EnrollmentId
            join p in db.Payments on o.Id equals p.OrderId
            where p.Status == PaymentStatus.Succeeded && p.Currency == e.Cohort.Currency
            group p by new { e.CohortId, e.Status } into g
            select new Row { CohortId = g.Key.CohortId, Status = g.Key.Status, IsMoney = true, Sum = g.Sum(p => p.AmountMinor) };
        return new SeatCounts(await counts.Concat(paid).ToListAsync(ct));
    }

    public SeatNumbers SeatsOf(Cohort cohort) => SeatNumbers.Of(
        cohort,
        Count(cohort, EnrollmentStatus.Confirmed),
        Count(cohort, EnrollmentStatus.Processing),
        Count(cohort, EnrollmentStatus.Held));

    /// <summary>In the cohort's currency, whatever became of the seats.</summary>
    public Money PaidFor(Cohort cohort) => new(rows[cohort.Id].Where(r => r.IsMoney).Sum(r => r.Sum), cohort.Currency);

    private int Count(Cohort cohort, EnrollmentStatus status) =>
        (int)rows[cohort.Id].Where(r => !r.IsMoney && r.Status == status).Sum(r => r.Sum);

    private sealed record Row
    {
        public int CohortId { get; init; }

        public EnrollmentStatus Status { get; init; }

        /// <summary>Minor units, not enrollments.</summary>
        public bool IsMoney { get; init; }

        public long Sum { get; init; }
    }
}
