using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared;

namespace Sweet.Web.Features.Staff.AuditEntries;

public sealed class AuditPages(SweetDbContext db)
{
    /// <summary>As many as a spreadsheet opens at ease; whoever needs more filters by dates.</summary>
    public const int MostInFile = 20_000;

    private const int Size = 50;

    public async Task<AuditPage> Read(AuditFilter filter, int number, CancellationToken ct)
    {
        var found = filter.Of(db);
        var total = await found.CountAsync(ct);
        var rows = await Rows(found.OrderByDescending(h => h.Id).Skip((number - 1) * Size).Take(Size)).ToListAsync(ct);
        var people = await db.Users.AsNoTracking().OrderBy(m => m.Name).Select(m => new AuditPerson(m.Id, m.Name)).ToListAsync(ct);
        return new AuditPage(filter, people, new Paged<AuditRow>(rows, number, total, Size));
    }

    /// <summary>The newest rows of the filter, at most <see cref="MostInFile"/>.</summary>
    public Task<List<AuditRow>> Whole(AuditFilter filter, CancellationToken ct) =>
        Rows(filter.Of(db).OrderByDescending(h => h.Id).Take(MostInFile)).ToListAsync(ct);

    private IQueryable<AuditRow> Rows(IQueryable<HistoryEntry> entries) => entries.Select(h => new AuditRow
    {
        AtUtc = h.AtUtc,
        Subject = h.Subject,
        From = h.From,
        To = h.To,
        Note = h.Note,
        ById = h.ActorReference,
        ByName = db.Users.Where(m => m.Id == h.ActorReference).Select(m => m.Name).FirstOrDefault(),
        EnrollmentId = h.EnrollmentId,
        CohortId = h.CohortId,
        CourseId = h.CourseId,
        Student = db.Enrollments.Where(e => e.Id == h.EnrollmentId).Select(e => e.FirstName + " " + e.LastName).FirstOrDefault(),
        CohortCode = db.Cohorts.Where(c => c.Id == h.CohortId).Select(c => c.Course.Code).FirstOrDefault(),
        FirstClassAtUtc = db.Cohorts.Where(c => c.Id == h.CohortId).Select(c => c.FirstClassAtUtc).FirstOrDefault(),
        CohortZone = db.Cohorts.Where(c => c.Id == h.CohortId).Select(c => c.TimeZone).FirstOrDefault(),
        Course = db.Courses.Where(c => c.Id == h.CourseId).Select(c => c.Title).FirstOrDefault(),
        VoucherId = db.Vouchers.Where(v => h.Subject == "Voucher " + v.Code).Select(v => (int?)v.Id).FirstOrDefault(),
        Account = db.Users.Where(m => h.Subject == "Staff " + m.Id).Select(m => m.Name).FirstOrDefault(),
    });
}
