using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Cases;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Staff;
using Sweet.Domain.Transfers;
using Sweet.Web.Data;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.PersonDownloads;

/// <summary>All rows of some enrollments, in words, without what opens anything.</summary>
public sealed class CollectEnrollments(SweetDbContext db)
{
    public async Task<object> Of(List<int> ids, CancellationToken ct)
    {
        var enrollments = await db.Enrollments.AsNoTracking().Whole().Include(e => e.History).Where(e => ids.Contains(e.Id))
            .OrderBy(e => e.Id).ToListAsync(ct);
        var needs = await db.AccommodationRequests.AsNoTracking().Where(r => ids.Contains(r.EnrollmentId)).ToListAsync(ct);
        var notes = await db.StaffNotes.AsNoTracking().Where(n => ids.Contains(n.EnrollmentId)).OrderBy(n => n.Id).ToListAsync(ct);
        var changes = await db.EmailChanges.AsNoTracking().Where(c => ids.Contains(c.EnrollmentId)).OrderBy(c => c.Id).ToListAsync(ct);
        var cases = await db.OpenCases.AsNoTracking().Where(c => c.Order != null && ids.Contains(c.Order.EnrollmentId))
            .OrderBy(c => c.Id).ToListAsync(ct);
        var policies = await db.PolicyVersions.Select(v => new { v.Id, v.EffectiveFromUtc })
            .ToDictionaryAsync(v => v.Id, v => v.EffectiveFromUtc, ct);
        var documents = (await db.Documents.Where(d => ids.Contains(d.Order.EnrollmentId)).OrderBy(d => d.Id)
            .Select(d => new { d.OrderId, d.Number }).ToListAsync(ct)).ToLookup(d => d.OrderId, d => d.Number);
        var offers = await db.TransferOffers.AsNoTracking().Where(o => ids.Contains(o.EnrollmentId)).OrderBy(o => o.Id).ToListAsync(ct);
        var offered = offers.SelectMany(o => o.CohortIds).Distinct().ToList();
        var cohorts = await db.Cohorts.Where(c => offered.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Reference, ct);
        return enrollments.Select(e => new
        {
            e.Number,
            Course = e.Cohort.Course.FullTitle,
            Cohort = e.Cohort.Reference,
            FirstClassAtUtc = e.Cohort.FirstClassAtUtc,
            State = e.Status,
            Person = PersonOf(e),
            Dates = DatesOf(e),
            Needs = needs.Where(r => r.EnrollmentId == e.Id).Select(r => new { r.DueOn, r.DoneAtUtc }).ToList(),
            Order = OrderOf(e.Order, [.. documents[e.Order.Id]], policies),
            OtherDatesOffered = offers.Where(o => o.EnrollmentId == e.Id).Select(o => OfferOf(o, cohorts)).ToList(),
            Cases = cases.Where(c => c.OrderId == e.Order.Id).Select(CaseOf).ToList(),
            ChangesOfAddress = changes.Where(c => c.EnrollmentId == e.Id).Select(ChangeOf).ToList(),
            NotesOfStaff = notes.Where(n => n.EnrollmentId == e.Id).Select(NoteOf).ToList(),
            History = e.History.OrderBy(h => h.Id).Select(Change).ToList(),
        }).ToList();
    }

    /// <summary>Of what kind somebody was, and never which of the staff: that is not the student's.</summary>
    public static object Change(HistoryEntry entry) => new
    {
        entry.AtUtc,
        By = entry.ActorKind,
        What = entry.Subject,
        Before = entry.From,
        After = entry.To,
        entry.Note,
    };

    private static object PersonOf(Enrollment e) => new
    {
        e.FirstName,
        e.LastName,
        NameOnCertificate = e.CertificateName,
        Address = e.Email,
        AddressConfirmedAtUtc = e.AddressProvenAtUtc,
        Profession = e.LacksDetails ? (Profession?)null : e.Profession,
        e.LicenseNumber,
        e.LicenseState,
        e.HeardFrom,
        CameFromArticle = e.ArticleSlug,
        AskedFor = e.Accommodation,
        NetworkWhileUnpaid = e.ClientKey,
    };

    private static object DatesOf(Enrollment e) => new
    {
        RegisteredAtUtc = e.CreatedAtUtc,
        e.HeldUntilUtc,
        e.ConfirmedAtUtc,
        e.EndedAtUtc,
        EndedUnpaidBecause = e.Status == EnrollmentStatus.Expired ? e.ExpiredWhy : null,
        CanceledBecause = e.CancelledWhy,
        e.ErasedAtUtc,
    };

    private static object OrderOf(Order order, List<string> documents, Dictionary<int, DateTime> policies) => new
    {
        Total = order.Total.Exact(),
        order.Currency,
        Lines = order.Lines.Select(l => new { l.Description, Amount = new Money(l.AmountMinor, order.Currency).Exact() }).ToList(),
        order.PayerName,
        order.PayerAddress,
        order.PayerEmail,
        order.InvoiceNumber,
        order.InvoiceDueOn,
        Documents = documents,
        order.AcceptedAtUtc,
        RefundPolicyOfUtc = policies.GetValueOrDefault(order.RefundPolicyVersionId),
        PrivacyPolicyOfUtc = policies.GetValueOrDefault(order.PrivacyPolicyVersionId),
        PaymentPages = order.Checkouts.Select(c => new
        {
            c.Attempt,
            Amount = c.Amount.Exact(),
            c.Email,
            c.StudentName,
            c.CreatedAtUtc,
            State = c.Status,
        }).ToList(),
        Payments = order.Payments.Select(p => new
        {
            AtStripe = p.PaymentIntentId,
            Amount = p.Amount.Exact(),
            p.Method,
            p.CardBrand,
            p.LastDigits,
            PaidOutsideBy = p.OutsideWay,
            p.OutsideReference,
            p.CreatedAtUtc,
            p.CapturedAtUtc,
            State = p.Status,
            p.Failure,
        }).ToList(),
        Refunds = order.Refunds.Select(r => new
        {
            AtStripe = r.StripeRefundId,
            Amount = r.Amount.Exact(),
            r.Reason,
            r.RequestedAtUtc,
            ReturnedOutsideBy = r.OutsideWay,
            r.OutsideReference,
            State = r.Status,
            r.Failure,
        }).ToList(),
        Disputes = order.Disputes.Select(d => new
        {
            AtStripe = d.StripeDisputeId,
            Amount = d.Amount.Exact(),
            d.Reason,
            d.OpenedAtUtc,
            d.ClosedAtUtc,
            State = d.Status,
        }).ToList(),
    };

    private static object CaseOf(OpenCase openCase) => new
    {
        openCase.Kind,
        openCase.OpenedAtUtc,
        openCase.ResolvedAtUtc,
        openCase.Resolution,
        openCase.Reason,
        openCase.Cause,
    };

    private static object ChangeOf(EmailChange change) => new
    {
        NewAddress = change.Email,
        OldAddress = change.OldEmail,
        change.AskedAtUtc,
        change.MadeAtUtc,
        change.ReversedAtUtc,
        change.EndedAtUtc,
    };

    private static object OfferOf(TransferOffer offer, Dictionary<int, string> cohorts) => new
    {
        Cohorts = offer.CohortIds.Select(id => cohorts.GetValueOrDefault(id)).ToList(),
        offer.OfferedAtUtc,
        offer.EndsAtUtc,
        offer.EndedAtUtc,
    };

    private static object NoteOf(StaffNote note) => new { note.Text, note.WrittenAtUtc, note.RemovedAtUtc };
}
