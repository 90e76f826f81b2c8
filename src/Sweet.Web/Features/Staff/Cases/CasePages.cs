using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Cases;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Data;
using Sweet.Web.Payments;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Cases;

namespace Sweet.Web.Features.Staff.Cases;

public sealed class CasePages(SweetDbContext db, StripeDashboard dashboard, TimeProvider clock)
{
    private const int NewsShown = 8;

    public async Task<CasePage?> Find(int id, CancellationToken ct)
    {
        // Tracked, so that the case finds its order among the rows; what a refused decision has read is not taken for fresh.
        db.ChangeTracker.Clear();
        var orderId = await db.OpenCases.Where(c => c.Id == id).Select(c => new { c.OrderId }).SingleOrDefaultAsync(ct);
        if (orderId is null) return null;

        var enrollment = orderId.OrderId is null ? null
            : await db.Enrollments.Whole().AsSingleQuery().SingleOrDefaultAsync(e => e.Order.Id == orderId.OrderId, ct);
        await db.LoadEarlierSeats(enrollment, ct);
        var openCase = await db.OpenCases.SingleAsync(c => c.Id == id, ct);
        var page = enrollment is null ? WithoutOrder(openCase) : await WithOrder(openCase, enrollment, ct);
        return page with
        {
            DeadlineUtc = openCase is { Kind: OpenCaseKind.DisputeOpened, IsOpen: true } ? DisputeOf(openCase)?.AnswerDueUtc : null,
            Email = openCase.Kind == OpenCaseKind.MessageFailed ? await EmailOf(openCase, enrollment, ct) : null,
            StripeAddress = dashboard.AddressOf(StripeIdOf(openCase)),
            ResolvedByName = openCase.ResolvedByReference is { } staffId
                ? await db.Users.Where(m => m.Id == staffId).Select(m => m.Name).FirstOrDefaultAsync(ct) : null,
        };
    }

    private static CasePage WithoutOrder(OpenCase openCase)
    {
        var outlooks = CaseRemedies.For(openCase.Kind).Select(r => new CaseOutlook(
            r, openCase.RefusalFor(r), CaseSeat.AsItIs, Money.Zero(openCase.Currency ?? "USD"), NeedsSum: false));
        return new CasePage(openCase, CaseText.Known(openCase), [.. CaseFacts.Of(openCase)], ChoicesOf(openCase, outlooks));
    }

    private async Task<CasePage> WithOrder(OpenCase openCase, Enrollment enrollment, CancellationToken ct)
    {
        var otherLive = await db.Enrollments.FindOtherLive(enrollment, enrollment.EmailKey, ct);
        var rules = new CaseRules(openCase, enrollment.Order, otherLive, clock.GetUtcNow().UtcDateTime);
        List<CaseOutlook> outlooks = [.. CaseRemedies.For(openCase.Kind).Select(rules.OutlookOf)];
        var most = outlooks.Where(o => o is { Refusal: null, Most.IsZero: false }).Select(o => o.Most).DefaultIfEmpty().MaxBy(m => m.Minor);
        var cohort = enrollment.Cohort;
        return new CasePage(openCase, CaseText.Known(openCase), [.. CaseFacts.Of(openCase)], ChoicesOf(openCase, outlooks))
        {
            Student = new CaseStudent(
                enrollment.Id, enrollment.FullName, enrollment.Number, cohort.Course.Code, cohort.FirstClassAtUtc, cohort.TimeZone),
            History = await NewsOf(enrollment.Id, ct),
            Form = new() { Seen = rules.Seen },
            Most = most.Minor > 0 ? most : null,
        };
    }

    private async Task<CaseEmail?> EmailOf(OpenCase openCase, Enrollment? enrollment, CancellationToken ct)
    {
        if (!int.TryParse(openCase.ObjectId, NumberStyles.None, CultureInfo.InvariantCulture, out var messageId)) return null;

        var message = await db.Messages.Where(m => m.Id == messageId)
            .Select(m => new { m.Subject, m.ToAddress, m.Recipient, m.EnrollmentId }).SingleOrDefaultAsync(ct);
        if (message is null) return null;

        var isToStudent = enrollment is { ErasedAtUtc: null } && message.Recipient == Recipient.Student
            && message.ToAddress == enrollment.Email && (message.EnrollmentId ?? enrollment.Id) == enrollment.Id;
        return new CaseEmail(messageId, message.Subject, EmailAddress.Shown(message.ToAddress), isToStudent)
        {
            MayBeCorrected = isToStudent && openCase is { IsOpen: true, IsForSize: false } && enrollment!.IsLive,
            MayBeSentAgain = isToStudent && !openCase.IsForSize,
        };
    }

    private static List<CaseChoice> ChoicesOf(OpenCase openCase, IEnumerable<CaseOutlook> outlooks) =>
        openCase.IsOpen ? [.. outlooks.Select(o => CaseChoice.Of(openCase, o))] : [];

    private Task<List<CaseNews>> NewsOf(int enrollmentId, CancellationToken ct) =>
        db.History.Where(h => h.EnrollmentId == enrollmentId).OrderByDescending(h => h.Id).Take(NewsShown)
            .Select(h => new CaseNews(h, db.Users.Where(m => m.Id == h.ActorReference).Select(m => m.Name).FirstOrDefault()))
            .ToListAsync(ct);

    private static Domain.Disputes.Dispute? DisputeOf(OpenCase openCase) =>
        openCase.Order?.Disputes.FirstOrDefault(d => d.StripeDisputeId == openCase.ObjectId);

    // A refund has no page there: its payment shows it.
    private static string? StripeIdOf(OpenCase openCase) =>
        openCase.Order?.Refunds.FirstOrDefault(r => RefundCases.IsOf(openCase, r))?.Payment is { } behind ? behind.PaymentIntentId
        : openCase.Kind == OpenCaseKind.CheckoutRefused ? openCase.Order?.Checkouts.LastOrDefault(c => c.SessionId is not null)?.SessionId
        : openCase.ObjectId;
}
