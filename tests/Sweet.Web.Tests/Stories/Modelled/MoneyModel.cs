using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Waitlists;
using Sweet.Sandbox.Stripe;
using Sweet.Sandbox.Stripe.Objects;

namespace Sweet.Web.Tests.Stories.Modelled;

/// <summary>What the institute keeps of each seat, told in a few lines: a seat costs its price, everything else goes back.</summary>
internal sealed class MoneyModel(Cohort cohort, StripeStandIn stripe)
{
    /// <summary>Nobody withdraws after the first class here, so that the whole price less the fee goes back.</summary>
    private const int FeePercent = 15;

    private readonly Dictionary<string, long> refundedByStaff = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> keptAtWithdrawal = new(StringComparer.Ordinal);

    private long Price => cohort.PriceMinor;

    private long Fee => Price * FeePercent / 100;

    public bool HasStaffRefund(string number) => refundedByStaff.ContainsKey(number);

    public void StaffRefunded(string number, long minor) => refundedByStaff[number] = RefundedByStaff(number) + minor;

    /// <summary>What staff gave back before counts toward what comes back; they never give back too much.</summary>
    public void Withdrew(string number) => keptAtWithdrawal[number] = Math.Min(Fee, Price - RefundedByStaff(number));

    public long KeptOf(Enrollment place) => place.Status switch
    {
        _ when IsTakenBack(place.Number) => 0,
        EnrollmentStatus.Confirmed => Price - RefundedByStaff(place.Number),
        EnrollmentStatus.Cancelled => keptAtWithdrawal[place.Number],
        EnrollmentStatus.Expired when place.Order.WaitingPayment() is not null => Price,
        _ => 0,
    };

    /// <summary>What Stripe has of it: captured, less what went back and what banks took, of each payment all of it at the most.</summary>
    public long AtStripe(string number) => PaymentsOf(number).Sum(p => Math.Max(0, p.AmountReceived - GoneBackOf(p.Id)));

    private bool IsTakenBack(string number) => PaymentsOf(number).Any(p => stripe.Disputes.Any(d => d.PaymentIntent == p.Id && d.Status == "lost"));

    private List<PaymentIntent> PaymentsOf(string number)
    {
        var intents = stripe.Sessions.Where(s => s.ClientReferenceId == number).Select(s => s.PaymentIntent).ToHashSet();
        return [.. stripe.PaymentIntents.Where(p => intents.Contains(p.Id))];
    }

    private long GoneBackOf(string intent) =>
        stripe.Refunds.Where(r => r.PaymentIntent == intent && r.Status is not ("failed" or "canceled")).Sum(r => r.Amount)
        + stripe.Disputes.Where(d => d.PaymentIntent == intent && d.Status == "lost").Sum(d => d.Amount);

    private long RefundedByStaff(string number) => refundedByStaff.GetValueOrDefault(number);
}
