using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Domain.Orders;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared;

namespace Sweet.Web.Features.Staff.GroupEnrollments;

public sealed class GroupResults(SweetDbContext db)
{
    /// <returns>Null if no list was enrolled by this form.</returns>
    public async Task<GroupResult?> Find(int cohortId, string key, CancellationToken ct)
    {
        var rows = await db.Enrollments.AsNoTracking().Where(e => e.CohortId == cohortId && e.Order.GroupKey == key).OrderBy(e => e.Id)
            .Select(e => new
            {
                e.Id,
                e.FirstName,
                e.LastName,
                e.Number,
                e.Email,
                e.Status,
                e.Order.TotalMinor,
                e.Order.Currency,
                e.Order.PayerName,
                e.Order.InvoiceDueOn,
                IsPaid = e.Order.Payments.Any(p => p.Status == PaymentStatus.Succeeded),
                Mail = db.Messages.Where(m => m.EnrollmentId == e.Id).OrderBy(m => m.Id)
                    .Select(m => (MessageStatus?)m.Status).FirstOrDefault(),
                e.Cohort.Course.Code,
                e.Cohort.FirstClassAtUtc,
                e.Cohort.TimeZone,
            })
            .ToListAsync(ct);
        if (rows.Count == 0) return null;

        return new GroupResult(
            cohortId, CohortTitle.Of(rows[0].Code, rows[0].FirstClassAtUtc, rows[0].TimeZone),
            rows.ConvertAll(r => new GroupRow(
                r.Id, $"{r.FirstName} {r.LastName}".TrimEnd(), r.Number, EmailAddress.Shown(r.Email), r.Status)
            {
                Sum = new Money(r.TotalMinor, r.Currency),
                Payer = r.PayerName,
                Mail = r.Mail,
                IsPaid = r.IsPaid,
                DueOn = r.InvoiceDueOn,
            }));
    }
}
