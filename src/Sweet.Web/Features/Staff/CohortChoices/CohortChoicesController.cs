using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.ByHand;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Staff.CohortChoices;

/// <summary>A student enrolls again: in which cohort.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class CohortChoicesController(SweetDbContext db, TimeProvider clock) : Controller
{
    private const int Most = 40;

    [HttpGet("/admin/enrollments/{id:int}/cohort-choices")]
    public async Task<IActionResult> Index(int id, CancellationToken ct)
    {
        var student = await db.Enrollments.AsNoTracking().Where(e => e.Id == id && e.ErasedAtUtc == null)
            .Select(e => new { e.FirstName, e.LastName, e.Number, e.EmailKey }).SingleOrDefaultAsync(ct);
        if (student is null) return NotFound();

        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var cohorts = await db.Cohorts.AsNoTracking()
            .Where(c => c.LastClassEndsAtUtc > nowUtc && (c.Status == CohortStatus.Open || c.Status == CohortStatus.Closed))
            .OrderBy(c => c.FirstClassAtUtc).Take(Most)
            .Select(c => new
            {
                Cohort = c,
                c.Course.Code,
                TakenBy = db.Enrollments.Live().Where(e => e.CohortId == c.Id && e.EmailKey == student.EmailKey)
                    .Select(e => (int?)e.Id).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return View(new CohortChoicesPage(id, $"{student.FirstName} {student.LastName}".TrimEnd(), student.Number,
        [
            .. cohorts.Where(c => c.Cohort.TakesByHandAt(nowUtc)).Select(c => new CohortChoice(
                c.Cohort.Id, CohortTitle.Of(c.Code, c.Cohort.FirstClassAtUtc, c.Cohort.TimeZone), c.Cohort.SeatsOpen, c.TakenBy)),
        ]));
    }
}
