using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sweet.Domain;
using Sweet.Domain.ByHand;
using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Disputes;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Transfers;
using Sweet.Domain.Waitlists;
using Sweet.Web.Data;
using Sweet.Web.Features.Students.LinePayments;
using Sweet.Web.Hosting;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Calendars;
using Sweet.Web.Wording.Receipts;

namespace Sweet.Web.Features.Students.StudentPages;

/// <summary>Reads a student's page through the link token: the query is the authorisation.</summary>
public sealed class EnrollmentPages(SweetDbContext db, IOptions<SiteOptions> site, TimeProvider clock)
{
    /// <summary>A join link appears this long before its class.</summary>
    private static readonly TimeSpan JoinEarly = TimeSpan.FromMinutes(15);

    public async Task<EnrollmentPage?> Read(string token, CancellationToken ct)
    {
        var enrollment = await db.Enrollments.AtOnce().OpenedBy(token).SingleOrDefaultAsync(ct);
        if (enrollment is null) return null;

        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var money = MoneyOf(enrollment.Order, nowUtc) with
        {
            IsUndecided = await IsUndecided(enrollment.Order, ct),
            IsTakenBack = await IsTakenBack(enrollment.Order, ct),
        };
        return new EnrollmentPage(
            token, enrollment.Number, enrollment.Status, StudentOf(enrollment), SeatOf(enrollment, token, nowUtc), money)
        {
            CanConfirm = enrollment.Order.Total.IsZero && (enrollment.AddressProvenAtUtc is not null || token == enrollment.MailedToken),
            IsShared = token == enrollment.MailedToken,
            IsMadeByStaff = token == enrollment.MailedToken && await IsMadeByStaff(enrollment.Id, ct),
            ExpiredWhy = enrollment.ExpiredWhy,
            IsTransfer = enrollment.TransferredFromId is not null,
            OtherDatesUntilUtc = await OtherDatesUntil(enrollment, nowUtc, ct),
            HasMoved = enrollment.CancelledWhy == CancellationReason.Transferred,
            RefundPolicyId = enrollment.Order.RefundPolicyVersionId,
            PrivacyPolicyId = enrollment.Order.PrivacyPolicyVersionId,
            CanWithdraw = enrollment.WithdrawalRefusalFor(nowUtc) is null,
            CanChangeEmail = EmailChange.IsFor(enrollment),
            WithdrawnAtUtc = enrollment.CancelledWhy == CancellationReason.Withdrew ? enrollment.EndedAtUtc : null,
            Mail = await MailDetails.Read(enrollment, db, nowUtc, ct),
            Late = await LateMoneyDetails.Read(enrollment, db, nowUtc, ct),
        };
    }

    private Task<bool> IsMadeByStaff(int enrollmentId, CancellationToken ct) => db.History.AnyAsync(
        h => h.EnrollmentId == enrollmentId && h.Subject == "Enrollment" && h.From == null && h.ActorKind == ActorKind.Staff, ct);

    private async Task<DateTime?> OtherDatesUntil(Enrollment enrollment, DateTime nowUtc, CancellationToken ct) =>
        enrollment.Status != EnrollmentStatus.Confirmed ? null
        : await db.TransferOffers.OpenAt(nowUtc).Where(o => o.EnrollmentId == enrollment.Id)
            .Select(o => (DateTime?)o.EndsAtUtc).SingleOrDefaultAsync(ct);

    private static StudentDetails StudentOf(Enrollment enrollment) => new(
        enrollment.FullName, enrollment.NameOnCertificate, EmailAddress.Shown(enrollment.Email), enrollment.Profession,
        enrollment.LicenseNumber, enrollment.LicenseState, enrollment.Order.PayerName)
    {
        IsIncomplete = enrollment.LacksDetails,
    };

    // Whoever came by the emailed link sees the calendar address that the emails have.
    private static string CalendarTokenOf(Enrollment enrollment, string token) =>
        token == enrollment.MailedToken ? enrollment.CalendarTokenForMail() : enrollment.CalendarToken;

    private SeatDetails SeatOf(Enrollment enrollment, string token, DateTime nowUtc)
    {
        var cohort = enrollment.Cohort;
        var isConfirmed = enrollment.Status == EnrollmentStatus.Confirmed;
        return new SeatDetails(
            cohort.Course.Slug, cohort.Course.Title, cohort.Course.Kind, cohort.TimeZone, enrollment.HeldUntilUtc, nowUtc,
            [.. cohort.Meetings.Select(m => MeetingOf(m, isConfirmed, nowUtc))],
            cohort.PhaseAt(nowUtc) == CohortPhase.Open, isConfirmed ? cohort.WhatsAppUrl : null,
            new CalendarSubscription($"{site.Value.BaseUrl}/calendars/{CalendarTokenOf(enrollment, token)}.ics", cohort.Course.Title));
    }

    private static MeetingDetails MeetingOf(ClassMeeting meeting, bool isConfirmed, DateTime nowUtc)
    {
        var isNear = meeting.StartsAtUtc - JoinEarly <= nowUtc && nowUtc < meeting.EndsAtUtc;
        return new MeetingDetails(
            meeting.StartsAtUtc, meeting.EndsAtUtc, meeting.EndsAtUtc <= nowUtc, isConfirmed && isNear ? meeting.JoinUrl : null);
    }

    private static MoneyDetails MoneyOf(Order order, DateTime nowUtc)
    {
        var payment = order.ConfirmingPayment ?? order.Payments.LastOrDefault(p => p.Status == PaymentStatus.Succeeded);
        // What came in another currency than the price is no part of the order's sums, and yet it was paid.
        return new MoneyDetails(
            order.Total,
            order.PaidForSeat.IsZero && payment is not null ? payment.Amount : order.PaidForSeat,
            payment?.SettledAtUtc, order.Payments.Any(p => p.Decision == PaymentDecision.OpenCase),
            [.. order.Refunds.Select(r => RefundOf(r, nowUtc))])
        {
            LoweredBy = LoweredBy(order),
            IsInvoiced = order.IsUnpaidInvoice(),
            MayBePaid = order.OpenCheckout is not null,
            IsAtBank = order.Payments.Any(p => p.Status == PaymentStatus.Processing),
        };
    }

    private static string LoweredBy(Order order) => string.Join(", ", order.Lines.Where(l => l.Kind != OrderLineKind.Course)
        .Select(l => l.Kind == OrderLineKind.EarlyPrice ? "early price"
            : $"{char.ToLowerInvariant(l.Description[0])}{l.Description[1..]}, {new Money(-l.AmountMinor, order.Currency).Exact()} off"));

    private async Task<bool> IsTakenBack(Order order, CancellationToken ct) =>
        order.ConfirmingPayment is { } paid && order.Disputes.Any(d => d.IsOf(paid) && d.Status == DisputeStatus.Lost)
        && await db.OpenCases.AnyAsync(c => c.OrderId == order.Id && c.ResolvedAtUtc == null && c.Kind == OpenCaseKind.DisputeLost, ct);

    private async Task<bool> IsUndecided(Order order, CancellationToken ct) =>
        order.Payments.Any(p => p.Currency != order.Currency && !order.RefundableOf(p).IsZero)
        && await db.OpenCases.AnyAsync(
            c => c.OrderId == order.Id && c.ResolvedAtUtc == null
                && (c.Kind == OpenCaseKind.WithdrawalUndecided || c.Kind == OpenCaseKind.CurrencyDiffers), ct);

    private static RefundDetails RefundOf(Refund refund, DateTime nowUtc) => new(
        refund.Amount, refund.RequestedAtUtc, refund.SettledAtUtc, refund.Status, refund.Reason)
    {
        StripeReason = refund.StripeReason,
        IsOutside = refund.IsOutside,
        IsToBeChosen = refund.IsChoiceOpenAt(nowUtc) && refund.Order.Enrollment.WaitingRefusalFor(live: null, nowUtc) is null,
        IsForLine = refund.IsForLine,
        ReturnedBy = PaymentMethodText.InWords(refund),
        WaitsForBank = refund.WaitsForBank,
        WaitsForBalance = refund.WaitsForBalance,
        IsTriedAgain = refund.Order.Refunds.Any(r => r.RetryOf == refund),
        IsOvertaken = refund.IsGivenUp,
        IsWonBack = refund.IsGivenUp && refund.Order.Disputes.Any(d => d.Payment == refund.Payment && d.IsWonBack),
        IsCounted = !refund.IsGivenUp && refund.Order.RetryRefusalFor(refund) == RetryRefusal.NothingLeft,
        IsAskedAnew = refund.IsGivenUp && IsAskedAnew(refund),
    };

    private static bool IsAskedAnew(Refund givenUp) =>
        givenUp.Order.Refunds.SkipWhile(r => r != givenUp)
            .Any(r => r.IsOf(givenUp.Payment) && r is { IsStanding: true, Origin: RefundOrigin.Us });
}
