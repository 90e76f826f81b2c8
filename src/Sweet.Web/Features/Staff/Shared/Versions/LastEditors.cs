using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Vouchers;
using Sweet.Web.Data;

namespace Sweet.Web.Features.Staff.Shared.Versions;

/// <summary>Who has saved what a form shows, meanwhile.</summary>
public sealed class LastEditors(SweetDbContext db)
{
    public Task<string> OfCohort(int id, Actor reader, CancellationToken ct) => Of(h => h.CohortId == id, reader, ct);

    public Task<string> OfCourse(int id, Actor reader, CancellationToken ct) => Of(h => h.CourseId == id, reader, ct);

    public Task<string> OfVoucher(string code, Actor reader, CancellationToken ct)
    {
        var subject = VoucherHistory.SubjectOf(code);
        return Of(h => h.Subject == subject, reader, ct);
    }

    private async Task<string> Of(Expression<Func<HistoryEntry, bool>> which, Actor reader, CancellationToken ct)
    {
        var last = await db.History.Where(which).Where(h => h.ActorKind == ActorKind.Staff).OrderByDescending(h => h.Id)
            .Select(h => new
            {
                h.ActorReference,
                Name = db.Users.Where(m => m.Id == h.ActorReference).Select(m => m.Name).FirstOrDefault(),
            })
            .FirstOrDefaultAsync(ct);
        return last is not null && last.ActorReference == reader.Reference ? ConflictPage.You : last?.Name ?? "Another person";
    }
}
