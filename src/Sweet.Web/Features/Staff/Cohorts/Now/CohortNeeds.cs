using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Cases;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared.Words;

namespace Sweet.Web.Features.Staff.Cohorts.Now;

/// <summary>What waits for a person in one cohort: the open cases of its students.</summary>
internal static class CohortNeeds
{
    private const int Shown = 5;

    public static async Task<IReadOnlyList<CohortNeed>> Read(SweetDbContext db, int cohortId, CancellationToken ct)
    {
        var cases = await db.OpenCases.AsNoTracking()
            .Where(c => c.ResolvedAtUtc == null && c.Order!.Enrollment.CohortId == cohortId)
            .OrderByDescending(c => c.Kind == OpenCaseKind.DisputeOpened).ThenBy(c => c.OpenedAtUtc).ThenBy(c => c.Id).Take(Shown + 1)
            .Select(c => new { Case = c, c.Order!.Enrollment.FirstName, c.Order.Enrollment.LastName })
            .ToListAsync(ct);
        return
        [
            .. cases.Take(Shown).Select(c => new CohortNeed(
                CaseSentence.What(c.Case.Kind), CaseSentence.Of(c.Case, $"{c.FirstName} {c.LastName}".TrimEnd()), c.Case.OpenedAtUtc,
                $"/admin/cases/{c.Case.Id}", CaseSentence.Link(c.Case.Kind))),
            .. cases.Count <= Shown ? Array.Empty<CohortNeed>()
                : [new CohortNeed("More cases", "are open.", null, "/admin/cases", "See all of them")],
        ];
    }
}

/// <param name="What">In bold: what it is.</param>
public sealed record CohortNeed(string What, string Text, DateTime? SinceUtc, string Address, string Link);
