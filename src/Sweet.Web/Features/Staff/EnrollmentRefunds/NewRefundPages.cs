using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.EnrollmentRefunds.Words;
using Sweet.Web.Features.Staff.Shared.Words;
using Sweet.Web.Wording.Receipts;

namespace Sweet.Web.Features.Staff.EnrollmentRefunds;

public sealed class NewRefundPages(SweetDbContext db, TimeProvider clock)
{
    /// <param name="asked">Null: what is usual.</param>
    public async Task<NewRefundPage?> Find(int enrollmentId, RefundForm? asked, CancellationToken ct)
    {
        var enrollment = await db.Enrollments.AtOnce().SingleOrDefaultAsync(e => e.Id == enrollmentId, ct);
        if (enrollment is null) return null;

        await db.ShowEarlierSeats(enrollment, ct);
        var rules = new StaffRefundRules(enrollment, clock.GetUtcNow().UtcDateTime);
        var form = asked ?? RefundForm.Of(rules.Usual);
        var isRead = form.TryRead(out var refund);
        refund = refund with { Seen = null };
        var refusal = rules.RefusalFor(refund with { Reason = "…" });
        var order = enrollment.Order;
        var page = new NewRefundPage(StudentOf(enrollment), WithSeen(form, rules.Seen(refund)))
        {
            Paid = order.Paid,
            GoneBack = order.GoneBack,
            CameAlong = rules.CameAlong,
            Left = rules.Left,
            Payments = [.. rules.Payments.Select(p => ChoiceOf(order, p))],
            Rule = rules.HasRule ? TableOf(enrollment.Cohort, rules, refund) : null,
            CanEndSeat = rules.CanEndSeat,
            IsAtStripe = rules.PaymentsFor(new StaffRefund(RefundSum.All, EndsSeat: false)).Any(p => !p.Payment.IsOutside),
            HasEndedByStaff = enrollment is { Status: EnrollmentStatus.Expired, ExpiredWhy: ExpiryReason.Staff },
            NeedsReason = rules.NeedsReason(refund),
        };
        return !isRead ? page with { Problem = new RefundProblem(nameof(form.Amount), TypedSum.Problem) }
            : refusal is { } why ? page with { Problem = asked is null ? null : RefundProblem.Of(why) }
            : page with
            {
                Happenings = RefundHappenings.Of(enrollment, rules, refund),
                Button = RefundHappenings.ButtonOf(enrollment, rules, refund),
            };
    }

    internal static RefundedStudent StudentOf(Enrollment enrollment) => new(
        enrollment.Id, enrollment.FullName, enrollment.Number, EmailAddress.Shown(enrollment.Email), enrollment.Cohort.Course.Code,
        enrollment.Status)
    {
        TimeZone = enrollment.Cohort.TimeZone,
        FirstClassAtUtc = enrollment.Cohort.FirstClassAtUtc,
    };

    private static RefundForm WithSeen(RefundForm form, string seen) => new()
    {
        How = form.How,
        EndsSeat = form.EndsSeat,
        Amount = form.Amount,
        PaymentId = form.PaymentId,
        ClassesCounted = form.ClassesCounted,
        Reason = form.Reason,
        Seen = seen,
    };

    private static PaymentChoice ChoiceOf(Order order, Payment payment) => new(
        payment.Id, payment.Amount, order.RefundableOf(payment), PaymentMethodText.InWords(payment) ?? "Stripe",
        payment.SettledAtUtc ?? payment.CreatedAtUtc, order.IsContested(payment));

    private static RuleTable TableOf(Cohort cohort, StaffRefundRules rules, StaffRefund asked)
    {
        var quote = rules.QuoteFor(asked);
        // Neither a class that was over before the seat was bought has a share of its price, nor one that was added after it.
        var classes = cohort.Meetings.OrderBy(m => m.StartsAtUtc).Skip(quote.ClassesOver).Take(quote.Classes)
            .Select((meeting, i) => new RuleClass(meeting.Number, meeting.StartsAtUtc, i < quote.ClassesCounted, quote.Shares[i]));
        return new RuleTable(quote, [.. classes], rules.ClassesBegun);
    }
}
