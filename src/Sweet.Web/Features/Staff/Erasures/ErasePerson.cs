using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Persons;
using Sweet.Web.Data;
using Sweet.Web.Data.Erasing;
using Sweet.Web.Features.Staff.Shared.Persons;

namespace Sweet.Web.Features.Staff.Erasures;

/// <summary>
/// Forgets a person in one transaction that locks all of their cohorts: what is theirs cannot come to life meanwhile. What stays is
/// the record of their money and that it was done.
/// </summary>
public sealed partial class ErasePerson(
    SweetDbContext db, FindPerson persons, ErasurePages pages, TimeProvider clock, ILogger<ErasePerson> log)
{
    /// <param name="seen">How many enrollments were shown.</param>
    public async Task<ErasureAnswer> Erase(int enrollmentId, int? seen, Actor by, CancellationToken ct)
    {
        if (await persons.Of(enrollmentId, ct) is not { } found) return ErasureAnswer.NoSuchEnrollment;

        var numbers = await db.InTransaction<IReadOnlyList<string>?>(
            async transaction =>
            {
                foreach (var cohortId in found.CohortIds) await db.LockCohort(cohortId, ct);
                if (await persons.Of(enrollmentId, ct) is not { } person || person.Members.Count != seen) return null;
                if (person.CohortIds.Except(found.CohortIds).Any()) return null;

                var ids = person.Ids;
                var enrollments = await db.Enrollments.Whole().Where(e => ids.Contains(e.Id)).ToListAsync(ct);
                if ((await pages.Obstacles(person, enrollments, ct)).Count > 0) return null;

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                // The rows that are written now tell of the erasure itself.
                await db.EraseFromHistory(ids, person.PlaceIds, ct);
                foreach (var enrollment in enrollments) db.RetiredLinks.AddRange(enrollment.Erase(by, nowUtc));
                foreach (var place in await PlacesOf(person, ct)) place.Erase(by, nowUtc);
                foreach (var change in await ChangesOf(ids, ct)) change.Erase(nowUtc);
                await db.EraseWords(ids, person.ProvenKeys, person.ProvenAddresses, nowUtc, ct);
                await transaction.SaveAndCommit(ct);
                return [.. enrollments.Select(e => e.Number)];
            },
            ct);
        if (numbers is null) return ErasureAnswer.ChangedMeanwhile;

        foreach (var number in numbers) Erased(number);
        return ErasureAnswer.Erased;
    }

    private Task<List<Domain.Waitlists.WaitlistEntry>> PlacesOf(Person person, CancellationToken ct)
    {
        var ids = person.PlaceIds;
        return db.WaitlistEntries.Where(p => ids.Contains(p.Id)).ToListAsync(ct);
    }

    private Task<List<EmailChange>> ChangesOf(List<int> ids, CancellationToken ct) =>
        db.EmailChanges.Where(c => ids.Contains(c.EnrollmentId)).ToListAsync(ct);

    // After a restore of an older copy these are the only trace: docs/operations.md says what to do with them.
    [LoggerMessage(Level = LogLevel.Information, Message = "The person of enrollment {Number} was erased")]
    private partial void Erased(string number);
}

public enum ErasureAnswer
{
    Erased,
    NoSuchEnrollment,

    /// <summary>Something came to life, was added, or somebody else was quicker.</summary>
    ChangedMeanwhile,
}
