using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Domain.Persons;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Shared.Persons;
using Sweet.Web.Wording.Office;

namespace Sweet.Web.Features.Staff.Erasures;

/// <summary>Who is erased, and what keeps them yet: read for the page, and again behind the locks.</summary>
public sealed class ErasurePages(SweetDbContext db, FindPerson persons, TimeProvider clock)
{
    public async Task<ErasurePage?> Read(int enrollmentId, CancellationToken ct)
    {
        if (await persons.Of(enrollmentId, ct) is not { } person) return null;

        var ids = person.Ids;
        var enrollments = await db.Enrollments.AtOnce().Where(e => ids.Contains(e.Id)).ToListAsync(ct);
        var asked = enrollments.Single(e => e.Id == enrollmentId);
        return new ErasurePage(enrollmentId, asked.Number, asked.FullName)
        {
            Addresses = [.. person.Addresses.Select(EmailAddress.Shown)],
            Enrollments = [.. enrollments.OrderBy(e => e.Id).Select(RowOf)],
            Others = [.. person.Others.Select(o => new NamesakeEnrollment(o.Id, o.Number, o.Name))],
            Obstacles = await Obstacles(person, enrollments, ct),
            Form = new ErasureForm { Count = enrollments.Count },
        };
    }

    /// <param name="enrollments">Theirs, with cohort and money.</param>
    public async Task<IReadOnlyList<ErasureObstacle>> Obstacles(Person person, IReadOnlyList<Enrollment> enrollments, CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var ids = person.Ids;
        var cases = await db.OpenCases.Where(c => c.ResolvedAtUtc == null && c.Order != null && ids.Contains(c.Order.EnrollmentId))
            .Select(c => new { c.Id, c.Order!.Enrollment.Number }).ToListAsync(ct);
        var waiting = await db.Messages
            .Where(m => m.Status == MessageStatus.Queued && m.EnrollmentId != null && ids.Contains(m.EnrollmentId.Value))
            .OrderBy(m => m.Id).Select(m => m.EnrollmentId!.Value).Take(1).ToListAsync(ct);
        return
        [
            .. enrollments.SelectMany(e => e.ErasureRefusalsFor(nowUtc).Select(r => ErasureObstacle.Of(r, e.Id, e.Number))),
            .. cases.Select(c => ErasureObstacle.OfCase(c.Id, c.Number)),
            .. person.Places.Where(p => p.IsInLine).Select(p => ErasureObstacle.OfPlace(p.CohortId, p.Cohort)),
            .. waiting.Select(ErasureObstacle.OfEmail),
        ];
    }

    private static ErasedEnrollment RowOf(Enrollment enrollment) => new(
        enrollment.Id, enrollment.Number,
        CohortTitle.Of(enrollment.Cohort.Course.Code, enrollment.Cohort.FirstClassAtUtc, enrollment.Cohort.TimeZone),
        enrollment.Status.InWords(), enrollment.Order.Paid, enrollment.Order.GoneBack);
}
