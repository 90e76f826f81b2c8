using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Waitlists;
using Sweet.Web.Data;

namespace Sweet.Web.Seating;

/// <summary>A cohort that is locked until the transaction ends, and all who are in its line, in their order.</summary>
/// <param name="Cohort">With its course and class meetings.</param>
public sealed record LockedLine(Cohort Cohort, IReadOnlyList<WaitlistEntry> Entries);

public static class LockedLines
{
    public static async Task<LockedLine> LockLine(this SweetDbContext db, int cohortId, CancellationToken ct)
    {
        await db.LockCohort(cohortId, ct);
        var cohort = await db.Cohorts.Include(c => c.Course).Include(c => c.Meetings).SingleAsync(c => c.Id == cohortId, ct);
        var line = await db.WaitlistEntries
            .Where(e => e.CohortId == cohortId && (e.Status == WaitlistStatus.Waiting || e.Status == WaitlistStatus.Offered))
            .OrderBy(e => e.Position).ToListAsync(ct);
        return new LockedLine(cohort, line);
    }
}
