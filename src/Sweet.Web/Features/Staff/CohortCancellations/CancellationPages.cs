using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Courses.Cancelling;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Transfers;
using Sweet.Web.Data;
using Sweet.Web.Email.Letters;
using Sweet.Web.Email.Letters.Courses;
using Sweet.Web.Email.Letters.Transfers;
using Sweet.Web.Features.Staff.Shared;

namespace Sweet.Web.Features.Staff.CohortCancellations;

public sealed class CancellationPages(SweetDbContext db, CancellationChoices choices)
{
    private const int Size = 100;

    public Task<CohortStatus?> StatusOf(int id, CancellationToken ct) =>
        db.Cohorts.Where(c => c.Id == id).Select(c => (CohortStatus?)c.Status).SingleOrDefaultAsync(ct);

    /// <summary>In a transaction with the cohort locked: what is true until its end.</summary>
    public async Task<CancellationPage> Read(int id, CancellationForm form, CancellationToken ct)
    {
        var cohort = await db.Cohorts.AsNoTracking().Where(c => c.Id == id)
            .Select(c => new { c.CourseId, c.Course.Code, c.FirstClassAtUtc, c.TimeZone, c.Currency }).SingleAsync(ct);
        var live = await db.Enrollments.AsNoTracking().Live().Where(e => e.CohortId == id)
            .OrderBy(e => e.LastName).ThenBy(e => e.FirstName).ThenBy(e => e.Id)
            .Select(e => new
            {
                e.Id,
                e.FirstName,
                e.LastName,
                e.Number,
                e.Status,
                e.HeldUntilUtc,
                e.Order.Currency,
                Paid = e.Order.Payments.Where(p => p.Status == PaymentStatus.Succeeded && p.Currency == e.Order.Currency)
                    .Sum(p => p.AmountMinor),
                IsOutside = e.Order.Payments.Any(p => p.OutsideWay != null),
                IsInvoiceUnpaid = e.Order.InvoiceDueOn != null && !e.Order.Payments.Any(),
                Back = e.Order.Refunds
                    .Where(r => r.Currency == e.Order.Currency && r.Status != RefundStatus.Failed && r.Status != RefundStatus.Cancelled)
                    .Sum(r => r.AmountMinor),
            })
            .ToListAsync(ct);
        var credits = await CreditsLeft(id, ct);
        var paid = live.ConvertAll(e => new SeatToEnd(
            e.Id, $"{e.FirstName} {e.LastName}".TrimEnd(), e.Number, e.Status, e.HeldUntilUtc,
            new Money(e.Paid, e.Currency),
            new Money(Math.Max(0, e.Paid - e.Back) + credits.GetValueOrDefault(e.Number), e.Currency))
        {
            IsOutside = e.IsOutside,
            IsInvoiceUnpaid = e.IsInvoiceUnpaid,
        });
        var others = await choices.Others(id, cohort.CourseId, cohort.Currency, ct);
        var people = CancellationChoices.Apply(paid, others, form);
        return new CancellationPage(
            id, CohortTitle.Of(cohort.Code, cohort.FirstClassAtUtc, cohort.TimeZone), people,
            new Money(people.Sum(p => p.Paid.Minor), cohort.Currency), new Money(people.Sum(p => p.Back.Minor), cohort.Currency))
        {
            Form = form,
            Others = others,
        };
    }

    // What those bring along who came from another cohort: it goes back out of the payments of their earlier seats.
    private async Task<IReadOnlyDictionary<string, long>> CreditsLeft(int id, CancellationToken ct)
    {
        var moved = await db.Enrollments
            .Where(e => e.CohortId == id && e.Status == EnrollmentStatus.Confirmed && e.TransferredFromId != null)
            .AtOnce().ToListAsync(ct);
        await db.ShowEarlierSeats(moved, ct);
        return moved.ToDictionary(e => e.Number, e => e.Order.CreditLeft().Minor, StringComparer.Ordinal);
    }

    /// <returns>Null where it was never canceled here.</returns>
    public async Task<CancellationProgress?> Progress(int id, int number, CancellationToken ct)
    {
        var seats = db.Set<CancelledSeat>().AsNoTracking();
        var found = await db.Set<CohortCancellation>().AsNoTracking().Where(c => c.CohortId == id)
            .Join(db.Cohorts, c => c.CohortId, cohort => cohort.Id, (c, cohort) => new
            {
                c.Id,
                c.StartedAtUtc,
                By = db.Users.Where(m => m.Id == c.StaffId).Select(m => m.Name).FirstOrDefault(),
                cohort.Course.Code,
                cohort.FirstClassAtUtc,
                cohort.TimeZone,
                cohort.CancelledFor,
                cohort.Currency,
                Total = seats.Count(s => s.CohortCancellationId == c.Id),
                Done = seats.Count(s => s.CohortCancellationId == c.Id && s.DoneAtUtc != null),
            })
            .SingleOrDefaultAsync(ct);
        if (found is null) return null;

        var ended = seats.Where(s => s.CohortCancellationId == found.Id);
        return new CancellationProgress(
            id, CohortTitle.Of(found.Code, found.FirstClassAtUtc, found.TimeZone), found.By ?? "staff", found.StartedAtUtc, found.Done,
            found.CancelledFor, new Paged<SeatProgress>(await Rows(ended, number, ct), number, found.Total, Size))
        {
            Totals = await Totals(ended, found.Currency, ct),
        };
    }

    private static async Task<CancellationTotals> Totals(IQueryable<CancelledSeat> seats, string currency, CancellationToken ct)
    {
        var refunds = await seats.SelectMany(s => s.Enrollment.Order.Refunds)
            .Where(r => (r.Reason == RefundReason.CohortCancelled || r.Reason == RefundReason.Transferred) && r.Currency == currency)
            .GroupBy(r => r.Status).Select(g => new { Status = g.Key, Count = g.Count(), Minor = g.Sum(r => r.AmountMinor) })
            .ToListAsync(ct);
        var moves = await seats.Where(s => s.TransferToId != null)
            .GroupBy(s => s.DoneAtUtc != null && s.NotMovedBecause == null).Select(g => new { IsMoved = g.Key, Count = g.Count() })
            .ToListAsync(ct);
        return new CancellationTotals(
            new Money(refunds.Sum(r => r.Minor), currency),
            new Money(refunds.Where(r => r.Status == RefundStatus.Succeeded).Sum(r => r.Minor), currency),
            refunds.Sum(r => r.Count),
            refunds.Where(r => r.Status is RefundStatus.Failed or RefundStatus.Cancelled).Sum(r => r.Count),
            moves.Sum(m => m.Count),
            moves.Where(m => m.IsMoved).Sum(m => m.Count));
    }

    private async Task<IReadOnlyList<SeatProgress>> Rows(IQueryable<CancelledSeat> seats, int number, CancellationToken ct)
    {
        string[] kinds = [Letter.KindOf<CohortCanceledLetter>(), Letter.KindOf<TransferredLetter>()];
        var rows = await seats.OrderBy(s => s.Id).Skip((number - 1) * Size).Take(Size)
            .Select(s => new
            {
                s.EnrollmentId,
                CaseId = db.OpenCases
                    .Where(c => c.ResolvedAtUtc == null && c.Kind == OpenCaseKind.RefundFailed && c.Order!.EnrollmentId == s.EnrollmentId)
                    .OrderBy(c => c.Id).Select(c => (int?)c.Id).FirstOrDefault(),
                s.Enrollment.FirstName,
                s.Enrollment.LastName,
                s.DoneAtUtc,
                s.Trouble,
                s.NotMovedBecause,
                To = db.Cohorts.Where(c => c.Id == s.TransferToId)
                    .Select(c => new { c.Course.Code, c.FirstClassAtUtc, c.TimeZone }).FirstOrDefault(),
                IsPaying = s.Enrollment.Order.Payments.Any(p => p.Status == PaymentStatus.Processing),
                Refunds = s.Enrollment.Order.Refunds
                    .Where(r => r.Reason == RefundReason.CohortCancelled || r.Reason == RefundReason.Transferred)
                    .Select(r => new { r.AmountMinor, r.Currency, r.Status, IsByHand = r.Origin == RefundOrigin.Outside }).ToList(),
                Email = db.Messages.Where(m => m.EnrollmentId == s.EnrollmentId && kinds.Contains(m.Kind))
                    .Select(m => (MessageStatus?)m.Status).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return rows.ConvertAll(r =>
        {
            var (refund, refundSquare) = ProgressWords.Of([.. r.Refunds.Select(f => f.Status)], r.DoneAtUtc is not null, r.IsPaying);
            if (r.Refunds.Exists(f => f is { IsByHand: true, Status: RefundStatus.Requested }))
                (refund, refundSquare) = ("to be returned outside Stripe", "held");
            var (email, emailSquare) = ProgressWords.Of(r.Email, r.DoneAtUtc is not null);
            Money? back = r.Refunds.Count == 0 ? null : new Money(r.Refunds.Sum(f => f.AmountMinor), r.Refunds[0].Currency);
            var name = $"{r.FirstName} {r.LastName}".TrimEnd();
            return new SeatProgress(
                r.EnrollmentId, name, r.DoneAtUtc is not null, r.Trouble, back, refund, refundSquare, email, emailSquare)
            {
                CaseId = r.CaseId,
                Move = r.To is null ? null
                    : ProgressWords.Of(CohortTitle.Of(r.To.Code, r.To.FirstClassAtUtc, r.To.TimeZone), r.NotMovedBecause),
            };
        });
    }
}
