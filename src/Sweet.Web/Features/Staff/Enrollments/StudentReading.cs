using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Books;
using Sweet.Domain.ByHand;
using Sweet.Domain.Courses;
using Sweet.Domain.Disputes;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Transfers;
using Sweet.Domain.Waitlists;
using Sweet.Web.Books.Documents;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Enrollments.Timelines;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Payments;
using Sweet.Web.Staffing;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Cases;

namespace Sweet.Web.Features.Staff.Enrollments;

/// <summary>Reads the page of a student.</summary>
public sealed class StudentReading(SweetDbContext db, StripeDashboard dashboard, TimeProvider clock)
{
    /// <param name="show">The filter of the timeline, as the address says it.</param>
    public async Task<StudentPage?> Read(int id, string? show, CancellationToken ct)
    {
        if (await db.Enrollments.AtOnce().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } enrollment) return null;

        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var disputeIds = enrollment.Order.Disputes.Select(d => d.StripeDisputeId).ToList();
        var beside = await db.Enrollments.Where(e => e.Id == id).Select(e => new
        {
            RefundPolicyUtc = db.PolicyVersions.Where(v => v.Id == e.Order.RefundPolicyVersionId).Max(v => (DateTime?)v.EffectiveFromUtc),
            PrivacyPolicyUtc = db.PolicyVersions.Where(v => v.Id == e.Order.PrivacyPolicyVersionId).Max(v => (DateTime?)v.EffectiveFromUtc),
            DueOn = db.AccommodationRequests.Where(r => r.EnrollmentId == id).Max(r => r.DueOn),
            DoneAtUtc = db.AccommodationRequests.Where(r => r.EnrollmentId == id).Max(r => r.DoneAtUtc),
            Cases = db.OpenCases.Where(c => c.OrderId == e.Order.Id && c.ResolvedAtUtc == null).OrderBy(c => c.Id).ToList(),
            OpenCases = db.OpenCases.Count(c => c.ResolvedAtUtc == null),
            IsReturned = db.Messages.Returned().ToStudent(id, enrollment.Email).Any(),
            Documents = db.Documents.Where(d => d.OrderId == e.Order.Id).OrderBy(d => d.Id)
                .Select(d => new ListedDocument(d.Kind, d.Number)).ToList(),
            DisputeFees = db.BalanceEntries
                .Where(b => b.Kind == BalanceKind.Dispute && b.SourceId != null && disputeIds.Contains(b.SourceId))
                .Sum(b => (long?)b.FeeMinor) ?? 0,
            Owner = db.Users.Where(m => db.AccommodationRequests.Any(r => r.EnrollmentId == id && r.OwnerId == m.Id)).Max(m => m.Name),
        }).SingleAsync(ct);
        var person = PersonOf(enrollment) with
        {
            RefundPolicyUtc = beside.RefundPolicyUtc,
            PrivacyPolicyUtc = beside.PrivacyPolicyUtc,
            IsAddressReturning = beside.IsReturned,
        };
        var seat = SeatOf(enrollment, nowUtc) with
        {
            NeedsOwner = beside.Owner,
            NeedsDueOn = beside.DueOn,
            IsNeedMet = beside.DoneAtUtc is not null,
        };
        var money = MoneyOf(enrollment.Order, beside.DisputeFees, nowUtc) with
        {
            Documents = [.. await EarlierDocuments(enrollment, ct), .. beside.Documents],
        };
        return new StudentPage(
            id, enrollment.Number, enrollment.Status, money, person, seat,
            await TimelineOf(enrollment, show, nowUtc, ct))
        {
            Transfers = await TransfersOf(enrollment, ct),
            OpenCases = beside.OpenCases,
            ErasedAtUtc = enrollment.ErasedAtUtc,
            Cases = [.. beside.Cases.Select(c => new StudentCase(c.Id, CaseWords.Headline(c)))],
        };
    }

    // By itself: joined to the enrollment, SQLite would go through all seats of the site.
    private async Task<StudentTransfers> TransfersOf(Enrollment enrollment, CancellationToken ct)
    {
        var (id, fromId) = (enrollment.Id, enrollment.TransferredFromId);
        var others = await db.Enrollments
            .Where(o => o.Id == fromId || (o.TransferredFromId == id && o.Status != EnrollmentStatus.Expired)).OrderBy(o => o.Id)
            .Select(o => new OtherSeat(o.Id, o.Number, o.Status, o.HeldUntilUtc, o.Order.TotalMinor, o.Order.Currency)).ToListAsync(ct);
        return new StudentTransfers(others.Find(o => o.Id == fromId), others.FindLast(o => o.Id != fromId), enrollment.Order.Credit());
    }

    // What paid for a seat that came by a transfer was documented before it.
    private async Task<List<ListedDocument>> EarlierDocuments(Enrollment enrollment, CancellationToken ct) =>
        enrollment.TransferredFromId is not { } fromId ? []
        : await db.Documents.Where(d => d.Order.EnrollmentId == fromId).OrderBy(d => d.Id)
            .Select(d => new ListedDocument(d.Kind, d.Number)).ToListAsync(ct);

    private async Task<Timeline> TimelineOf(Enrollment enrollment, string? show, DateTime nowUtc, CancellationToken ct)
    {
        var history = await db.History.AsNoTracking().Where(h => h.EnrollmentId == enrollment.Id)
            .OrderByDescending(h => h.Id).Take(Timeline.MostOfAKind).ToListAsync(ct);
        var emails = await db.Messages.AsNoTracking().OfStudent(enrollment.Id, enrollment.Email)
            .OrderByDescending(m => m.Id).Take(Timeline.MostOfAKind)
            .Select(m => new SentEmail
            {
                Id = m.Id,
                Subject = m.Subject,
                ToAddress = m.ToAddress,
                Recipient = m.Recipient,
                Status = m.Status,
                Failure = m.Failure,
                WithheldWhy = m.WithheldWhy,
                QueuedAtUtc = m.QueuedAtUtc,
                LastAtUtc = m.ReturnedAtUtc ?? m.DeliveredAtUtc ?? m.SentAtUtc,
                NextAttemptAtUtc = m.NextAttemptAtUtc,
            }).ToListAsync(ct);
        var notes = await db.StaffNotes.AsNoTracking().Where(n => n.EnrollmentId == enrollment.Id)
            .OrderByDescending(n => n.Id).Take(Timeline.MostOfAKind).ToListAsync(ct);
        var names = await db.StaffNamesOf([.. history.Select(h => h.ActorReference), .. notes.Select(n => n.WrittenBy)], ct);
        return Timeline.Of(
            [
                .. history.Where(HistoryItems.IsShown).Select(h => HistoryItems.Of(h, enrollment.Order, names)),
                .. emails.Select(m => m.ToItem(enrollment.Email, nowUtc)),
                .. notes.Select(n => NoteItems.Of(n, names)),
            ],
            show);
    }

    private StudentMoney MoneyOf(Order order, long disputeFeesMinor, DateTime nowUtc)
    {
        var succeeded = order.Payments.Where(p => p.Status == PaymentStatus.Succeeded).ToList();
        return new StudentMoney(
            order.State, order.Total, string.Join(", ", order.Lines.Where(l => l.Kind != OrderLineKind.Course).Select(l => l.Description)),
            order.Paid, order.GoneBack,
            succeeded.Exists(p => p.FeeMinor is null) || succeeded.Count == 0 ? null : succeeded.Sum(p => p.FeeMinor) + disputeFeesMinor,
            [.. order.Payments.Select(p => PaymentAtStripe.Of(p, p.PaymentIntentId is { } id ? dashboard.AddressOf(id) : null))])
        {
            WaitsInLine = order.WaitingPayment() is not null,
            ChooseUntilUtc = order.ChoiceAt(nowUtc)?.ChooseUntilUtc,
            LostMinor = order.Disputes.Where(d => d.Status == DisputeStatus.Lost).Sum(d => d.AmountMinor),
            InvoiceDueOn = order.InvoiceDueOn,
            InvoiceNumber = order.InvoiceNumber,
            IsInvoiceOpen = order.IsUnpaidInvoice(),
            IsGoingBack = order.Refunds.Any(r => r.Status is RefundStatus.Requested or RefundStatus.Pending or RefundStatus.RequiresAction),
        };
    }

    private static StudentPerson PersonOf(Enrollment enrollment) => new()
    {
        Name = enrollment.FullName,
        Email = EmailAddress.Shown(enrollment.Email),
        IsAddressProven = enrollment.AddressProvenAtUtc is not null,
        Profession = enrollment.Profession.InWords(isTold: !enrollment.LacksDetails),
        License = enrollment.LicenseNumber is null && enrollment.LicenseState is null
            ? null
            : string.Join(", ", new[] { enrollment.LicenseNumber, enrollment.LicenseState }.OfType<string>()),
        Certificate = enrollment.NameOnCertificate,
        Payer = enrollment.Order.PayerName,
        HeardFrom = enrollment.HeardFrom,
        ArticleSlug = enrollment.ArticleSlug,
    };

    private static StudentSeat SeatOf(Enrollment enrollment, DateTime nowUtc)
    {
        var cohort = enrollment.Cohort;
        var next = cohort.Status == CohortStatus.Cancelled
            ? null : cohort.Meetings.Where(m => !m.HasBegunAt(nowUtc)).Min(m => (DateTime?)m.StartsAtUtc);
        return new StudentSeat(
            cohort.Id, CohortTitle.Of(cohort.Course.Code, cohort.FirstClassAtUtc, cohort.TimeZone), cohort.TimeZone,
            cohort.ClassesBegunAt(nowUtc), cohort.Meetings.Count, next)
        {
            ClassesOver = enrollment.Order.ClassesOver,
            Needs = enrollment.Accommodation,
            HeldUntilUtc = enrollment.Status == EnrollmentStatus.Held ? enrollment.HeldUntilUtc : null,
        };
    }
}
