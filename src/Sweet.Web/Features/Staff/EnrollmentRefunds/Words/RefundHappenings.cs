using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Receipts;

namespace Sweet.Web.Features.Staff.EnrollmentRefunds.Words;

/// <summary>What the button will do to seat, money, email and calendar.</summary>
internal static class RefundHappenings
{
    public static IReadOnlyList<Happening> Of(Enrollment enrollment, StaffRefundRules rules, StaffRefund asked) =>
    [
        new("Seat", SeatOf(enrollment, asked)),
        new("Money", MoneyOf(enrollment, rules, asked)),
        new("Email", EmailOf(enrollment, rules, asked)),
        new("Calendar", asked.EndsSeat
            ? "The email carries a file that takes the class meetings out. The join links end." : "Nothing changes."),
    ];

    /// <summary>Repeats the sum.</summary>
    public static string ButtonOf(StaffRefundRules rules, StaffRefund asked) => (asked.EndsSeat, rules.SumOf(asked)) switch
    {
        (true, { IsZero: true }) => "End the enrollment, refund nothing",
        (true, var sum) => $"End the enrollment, refund {sum.Exact()}",
        (false, var sum) => $"Refund {sum.Exact()}, keep the seat",
    };

    private static string SeatOf(Enrollment enrollment, StaffRefund asked)
    {
        if (!asked.EndsSeat) return enrollment.IsLive ? "Stays the student’s." : "None is taken.";

        var cohort = enrollment.Cohort;
        return $"Given back at once: {cohort.SeatsLeft + 1} of {cohort.Capacity} are free then, or offered to the next person in line.";
    }

    private static string MoneyOf(Enrollment enrollment, StaffRefundRules rules, StaffRefund asked)
    {
        var sum = rules.SumOf(asked);
        var kept = rules.LeftFor(asked) - sum;
        if (sum.IsZero) return rules.Left.IsZero ? "Nothing moves." : $"Nothing goes back; {rules.Left.Exact()} stays with us.";

        var payments = rules.PaymentsFor(asked);
        if (payments.Any(p => p.Payment.IsOutside)) return OutsideMoney(sum, kept, payments);

        var methods = payments.Select(p => PaymentMethodText.InWords(p.Payment) ?? "the account that was paid from");
        var to = string.Join(" or ", methods.Distinct(StringComparer.Ordinal));
        var waits = payments.All(p => p.Order.IsContested(p.Payment))
            ? " A bank contests the payment: it waits until the bank has decided."
            : " It leaves within a minute, and arrives in 5 to 10 days.";
        var of = kept.IsZero ? "We keep nothing of it." : $"We keep {kept.Exact()}.";
        return $"{sum.Exact()} goes back to {to}.{waits} {of} Stripe keeps its fee.";
    }

    // Stripe has none of it, or not all: what it does not have is returned by a person.
    private static string OutsideMoney(Money sum, Money kept, IReadOnlyList<(Order Order, Payment Payment)> payments)
    {
        var of = kept.IsZero ? "We keep nothing of it." : $"We keep {kept.Exact()}.";
        var ways = string.Join(" or ", payments.Where(p => p.Payment.IsOutside).Select(p => PaymentMethodText.InWords(p.Payment)));
        var how = payments.All(p => p.Payment.IsOutside)
            ? $"{sum.Exact()} has to be returned by you, outside Stripe: it was paid by {ways}."
            : $"{sum.Exact()} goes back. What came by {ways} has to be returned by you, outside Stripe; Stripe sends the rest.";
        return $"{how} The overview lists it until you write down that you did. {of}";
    }

    private static string EmailOf(Enrollment enrollment, StaffRefundRules rules, StaffRefund asked)
    {
        var sum = rules.SumOf(asked);
        var subject = asked.EndsSeat ? "Your enrollment has ended" : $"{sum.Exact()} is being refunded";
        var with = asked is { EndsSeat: true, How: RefundSum.ByRule } && !sum.IsZero ? ", with how the sum comes about," : "";
        return $"“{subject}”{with} to {EmailAddress.Shown(enrollment.Email)}.";
    }
}
