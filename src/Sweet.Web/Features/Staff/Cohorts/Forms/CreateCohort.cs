using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses.Planning;
using Sweet.Web.Data;

namespace Sweet.Web.Features.Staff.Cohorts.Forms;

public sealed class CreateCohort(SweetDbContext db, TimeProvider clock)
{
    /// <param name="key">Of the form: sent twice it makes one cohort.</param>
    /// <returns>The id of the draft; null if there is no such course.</returns>
    public Task<int?> For(int courseId, string? key, CohortPlan plan, Actor by, CancellationToken ct) =>
        db.InTransaction<int?>(
            async transaction =>
            {
                // Two at once wait for each other here, so that each finds the other's reference.
                if (await db.Courses.Where(c => c.Id == courseId).Lock(c => c.Code, ct) == 0) return null;
                if (await MadeBy(key, ct) is { } made) return made;

                var course = await db.Courses.SingleAsync(c => c.Id == courseId, ct);
                var cohort = plan.ToDraft(course, await ReferenceFor(course.Code, plan, ct), key, by, clock.GetUtcNow().UtcDateTime);
                db.Cohorts.Add(cohort);
                await transaction.SaveAndCommit(ct);
                return cohort.Id;
            },
            ct);

    private async Task<int?> MadeBy(string? key, CancellationToken ct) =>
        key is null ? null : await db.Cohorts.Where(c => c.FormKey == key).Select(c => (int?)c.Id).SingleOrDefaultAsync(ct);

    /// <summary>"ipt-2027-01-12", and with a number behind it for the next of the same day.</summary>
    private async Task<string> ReferenceFor(string code, CohortPlan plan, CancellationToken ct)
    {
        var day = plan.Classes[0].StartsAtLocal.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var wanted = $"{code.ToLowerInvariant()}-{day}";
        var taken = await db.Cohorts.Where(c => c.Reference.StartsWith(wanted)).Select(c => c.Reference).ToListAsync(ct);
        return Enumerable.Range(1, taken.Count + 1)
            .Select(n => n == 1 ? wanted : string.Create(CultureInfo.InvariantCulture, $"{wanted}-{n}"))
            .First(reference => !taken.Contains(reference, StringComparer.OrdinalIgnoreCase));
    }
}
