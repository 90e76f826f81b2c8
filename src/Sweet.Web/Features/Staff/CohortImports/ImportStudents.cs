using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.ByHand;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Enrollments;
using Sweet.Web.Features.Staff.Shared;

namespace Sweet.Web.Features.Staff.CohortImports;

/// <summary>
/// Gives seats to the students of a table, in one transaction that locks the cohort. The same table once more changes nothing: whoever
/// has a seat keeps it, and whoever an import has brought before is not brought again.
/// </summary>
public sealed class ImportStudents(SweetDbContext db, Outbox outbox, TimeProvider clock)
{
    public async Task<ImportPage?> Find(int cohortId, CancellationToken ct) =>
        await db.Cohorts.AsNoTracking().Include(c => c.Course).SingleOrDefaultAsync(c => c.Id == cohortId, ct) is { } cohort
            ? new ImportPage(
                cohortId, CohortTitle.Of(cohort.Course.Code, cohort.FirstClassAtUtc, cohort.TimeZone), cohort.SeatsOpen, cohort.Waiting)
            : null;

    /// <summary>What would come of it now; nothing is written.</summary>
    internal async Task<ImportOutcome> Check(int cohortId, ImportedTable table, CancellationToken ct)
    {
        var cohort = await db.Cohorts.AsNoTracking().SingleAsync(c => c.Id == cohortId, ct);
        var known = await KnownIn(cohortId, table, ct);
        var (free, nowUtc) = (cohort.SeatsOpen, clock.GetUtcNow().UtcDateTime);
        return new ImportOutcome([.. table.Lines.Select(line => ResultOf(line, cohort, known, ref free, nowUtc))])
        {
            PassedOver = table.PassedOver,
        };
    }

    internal Task<ImportOutcome> Enroll(int cohortId, ImportedTable table, ImportForm form, Actor by, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                await db.LockCohort(cohortId, ct);
                var outcome = await Check(cohortId, table, ct);
                if (outcome.Enrolled != form.Seen) return outcome with { IsOther = true };

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                var enrolled = await Seat(cohortId, table, outcome, by, nowUtc, ct);
                if (form.SendsEmail)
                {
                    foreach (var enrollment in enrolled.Values) await outbox.Tell(new EnrollmentConfirmedLetter(enrollment), nowUtc, ct);
                }

                await transaction.SaveAndCommit(ct);
                return outcome with { Lines = [.. outcome.Lines.Select(line => DoneWith(line, enrolled))], IsDone = true };
            },
            ct);

    private async Task<Dictionary<int, Enrollment>> Seat(
        int cohortId, ImportedTable table, ImportOutcome outcome, Actor by, DateTime nowUtc, CancellationToken ct)
    {
        var cohort = await db.Cohorts.Include(c => c.Course).Include(c => c.Meetings).SingleAsync(c => c.Id == cohortId, ct);
        var accepted = await db.PoliciesInForce(nowUtc, ct);
        var seated = outcome.Lines.Where(l => l.IsEnrolled).Select(l => l.Number).ToHashSet();
        Dictionary<int, Enrollment> enrolled = [];
        foreach (var line in table.Lines.Where(l => seated.Contains(l.Number)))
        {
            var number = await db.FreeNumber(cohort.Course.Code, ct);
            var registration = new Registration(number, line.Student!, new Origin(null, null, null), Payer: null, accepted)
            {
                LacksDetails = line.LacksProfession,
            };
            var enrollment = cohort.Import(registration, line.Origin, by, nowUtc);
            db.Enrollments.Add(enrollment);
            enrolled.Add(line.Number, enrollment);
        }

        return enrolled;
    }

    private static ImportResult ResultOf(
        ImportedLine line, Cohort cohort, Dictionary<string, KnownStudent> known, ref int free, DateTime nowUtc)
    {
        var result = new ImportResult(line.Number, line.Name, line.Email, IsEnrolled: false, line.Problem ?? "");
        if (line.Student is not { } student) return result;

        var before = known.GetValueOrDefault(student.Email.Key);
        if (before is { EnrollmentId: null })
            return result with { What = "This address stands in an earlier line: each person needs their own" };
        if (cohort.ImportRefusalFor(before is { IsLive: true }, before is not null, free, nowUtc) is { } reason)
        {
            var another = before is not null && FoldedText.Of(before.Name) != FoldedText.Of(line.Name) ? before.Name : null;
            return result with { What = reason.InWords(another), EnrollmentId = before?.EnrollmentId };
        }

        free--;
        known[student.Email.Key] = new KnownStudent(EnrollmentId: null, line.Name, IsLive: false);
        return result with
        {
            IsEnrolled = true,
            What = line.LacksProfession ? "Gets a seat; their page asks for the profession" : "Gets a seat",
        };
    }

    // Whoever has a seat, and whoever had one by an import.
    private async Task<Dictionary<string, KnownStudent>> KnownIn(int cohortId, ImportedTable table, CancellationToken ct)
    {
        List<string> keys = [.. table.Lines.Select(l => l.Student?.Email.Key).OfType<string>().Distinct(StringComparer.Ordinal)];
        var rows = await db.Enrollments.AsNoTracking().Where(e => e.CohortId == cohortId && keys.Contains(e.EmailKey))
            .Select(e => new
            {
                e.Id,
                e.FirstName,
                e.LastName,
                e.EmailKey,
                e.Status,
                IsImported = e.History.Any(h => h.Subject == ImportRules.Subject),
            })
            .ToListAsync(ct);
        return rows
            .Select(r => new
            {
                r.EmailKey,
                r.IsImported,
                Known = new KnownStudent(
                    r.Id, $"{r.FirstName} {r.LastName}".TrimEnd(),
                    r.Status is EnrollmentStatus.Held or EnrollmentStatus.Processing or EnrollmentStatus.Confirmed),
            })
            .Where(r => r.IsImported || r.Known.IsLive)
            .OrderBy(r => r.Known.IsLive)
            .GroupBy(r => r.EmailKey, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Last().Known, StringComparer.Ordinal);
    }

    private static ImportResult DoneWith(ImportResult line, Dictionary<int, Enrollment> enrolled) =>
        enrolled.TryGetValue(line.Number, out var enrollment)
            ? line with { EnrollmentId = enrollment.Id, What = $"Enrolled, {enrollment.Number}" }
            : line;

    /// <param name="EnrollmentId">Null: an earlier line of the same table.</param>
    private sealed record KnownStudent(int? EnrollmentId, string Name, bool IsLive);
}
