using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Vouchers;
using Sweet.Web.Data;

namespace Sweet.Web.Features.Staff.Shared.Versions;

/// <summary>Who has saved what a form shows, meanwhile.</summary>
public sealed class LastEditors(SweetDbContext db)
{
    public Task<string> OfCohort(int id, CancellationToken ct) => Of(h => h.CohortId == id, ct);

    public Task<string> OfCourse(int id, CancellationToken ct) => Of(h => h.CourseId == id, ct);

    public Task<string> OfVoucher(string code, CancellationToken ct)
    {
        var subject = VoucherHistory.SubjectOf(code);
        return Of(h => h.Subject == subject, ct);
    }

    private async Task<string> Of(Expression<Func<HistoryEntry, bool>> which, CancellationToken ct) =>
        await db.History.Where(which).Where(h => h.ActorKind == ActorKind.Staff).OrderByDescending(h => h.Id)
            .Select(h => db.Users.Where(m => m.Id == h.ActorReference).Select(m => m.Name).FirstOrDefault())
            .FirstOrDefaultAsync(ct) ?? "Another person";
}
