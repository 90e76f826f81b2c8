using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared.Words;
using Sweet.Web.Wording.Office;

namespace Sweet.Web.Features.Staff.Cohorts.Now;

/// <summary>What happened to a cohort lately: changes of its plan and state, and who registered.</summary>
internal static class CohortLately
{
    private const int Shown = 8;

    public static async Task<IReadOnlyList<ChangeRow>> Read(SweetDbContext db, int cohortId, CancellationToken ct)
    {
        var changes = await db.History.AsNoTracking().Where(h => h.CohortId == cohortId).OrderByDescending(h => h.Id).Take(Shown)
            .Select(h => new
            {
                Entry = h,
                Name = db.Users.Where(m => m.Id == h.ActorReference).Select(m => m.Name).FirstOrDefault(),
            })
            .ToListAsync(ct);
        var registered = await db.Enrollments.AsNoTracking().Where(e => e.CohortId == cohortId).OrderByDescending(e => e.Id).Take(Shown)
            .Select(e => new { e.Id, e.FirstName, e.LastName, e.Status, e.CreatedAtUtc })
            .ToListAsync(ct);
        return
        [
            .. changes.Select(c => Of(c.Entry, c.Name))
                .Concat(registered.Select(e => new ChangeRow(
                    $"{e.FirstName} {e.LastName}".TrimEnd(), $" registered; now {e.Status.InWords().ToLowerInvariant()}",
                    e.CreatedAtUtc, null)
                {
                    EnrollmentId = e.Id,
                }))
                .OrderByDescending(c => c.AtUtc).Take(Shown),
        ];
    }

    private static ChangeRow Of(HistoryEntry entry, string? staffName)
    {
        var (point, more) = Words(entry);
        return new ChangeRow(point, more, entry.AtUtc, ActorText.InWords(entry.ActorKind, entry.ActorReference, staffName));
    }

    private static (string Point, string More) Words(HistoryEntry entry) => (entry.Subject, entry.From, entry.To) switch
    {
        (nameof(Cohort), null, _) => ("Draft made", ""),
        (nameof(Cohort), nameof(CohortStatus.Closed), nameof(CohortStatus.Open)) => ("Registration opened again", ""),
        (nameof(Cohort), _, nameof(CohortStatus.Open)) => ("Registration opened", ""),
        (nameof(Cohort), _, nameof(CohortStatus.Closed)) => ("Registration closed", ""),
        (nameof(Cohort), _, nameof(CohortStatus.Completed)) => ("Completed", ""),
        (nameof(Cohort), _, nameof(CohortStatus.Cancelled)) => ("Canceled", ""),
        ("Message", _, var subject) => ("Email", $" “{subject}” sent"),
        (var subject, null, var to) => (subject, $": {to}"),
        var (subject, from, to) => (subject, $" changed from {from} to {to}"),
    };
}

/// <param name="Point">In bold.</param>
/// <param name="Rest">The rest of the sentence, with what parts it from the point.</param>
/// <param name="By">In words; null where the point is who did it.</param>
public sealed record ChangeRow(string Point, string Rest, DateTime AtUtc, string? By)
{
    /// <summary>Of who registered.</summary>
    public int? EnrollmentId { get; init; }
}
