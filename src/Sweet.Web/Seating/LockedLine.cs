using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Waitlists;
using Sweet.Web.Data;

namespace Sweet.Web.Seating;

/// <summary>
/// A cohort that is locked until the transaction ends, and all who are in its line, in their order; whoever has left it, and whose money
/// has yet to go back, too.
/// </summary>
/// <param name="Cohort">With its course and class meetings.</param>
public sealed record LockedLine(Cohort Cohort, IReadOnlyList<WaitlistEntry> Entries);

public static class LockedLines
{
    public static async Task<LockedLine> LockLine(this SweetDbContext db, int cohortId, CancellationToken ct)
    {
        await db.LockCohort(cohortId, ct);
        var cohort = await db.Cohorts.Include(c => c.Course).Include(c => c.Meetings).SingleAsync(c => c.Id == cohortId, ct);
        var line = await db.WaitlistEntries
            .Where(e => e.CohortId == cohortId
                && (e.Status == WaitlistStatus.Waiting || e.Status == WaitlistStatus.Offered || e.PaidById != null))
            .OrderBy(e => e.Position).ToListAsync(ct);
        var paidBy = line.Select(e => e.PaidById).OfType<int>().ToList();
        // Each place finds its own among those that are tracked.
        if (paidBy.Count > 0) await db.Enrollments.Whole().Where(e => paidBy.Contains(e.Id)).LoadAsync(ct);
        return new LockedLine(cohort, line);
    }
}
