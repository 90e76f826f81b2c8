using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Policies;
using Sweet.Web.Data;

namespace Sweet.Web.Founding;

/// <summary>Gives a new installation its first policies and its first course. What is there already stays as it is.</summary>
public sealed class FoundInstitute(SweetDbContext db, TimeProvider clock)
{
    /// <summary>What is missing; none once the institute is founded.</summary>
    public async Task<Foundation> Missing(CancellationToken ct)
    {
        var kinds = await db.PolicyVersions.Select(v => v.Kind).Distinct().ToListAsync(ct);
        return new Foundation([.. Enum.GetValues<PolicyKind>().Except(kinds)], !await db.Courses.AnyAsync(ct));
    }

    /// <returns>What was made now.</returns>
    public Task<Foundation> Found(Actor by, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                // Two who do it at once take turns: the role of admins is there from the first migration on.
                await db.Roles.Lock(r => r.Name, ct);
                var missing = await Missing(ct);
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                foreach (var version in missing.Policies.Select(kind => FirstPolicies.Of(kind, nowUtc)))
                {
                    db.PolicyVersions.Add(version);
                    db.History.Add(version.Added(before: null, by, nowUtc));
                }

                if (missing.Course) db.Courses.Add(FirstCourse.Create(nowUtc));
                await transaction.SaveAndCommit(ct);
                return missing;
            },
            ct);
}

public sealed record Foundation(IReadOnlyList<PolicyKind> Policies, bool Course)
{
    public bool IsNothing => Policies.Count == 0 && !Course;
}
