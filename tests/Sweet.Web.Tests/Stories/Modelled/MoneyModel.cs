using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Sandbox.Stripe;

namespace Sweet.Web.Tests.Stories.Modelled;

/// <summary>What the institute keeps of each place, told in a few lines: a seat costs its price, everything else goes back.</summary>
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
        EnrollmentStatus.Confirmed => Price - RefundedByStaff(place.Number),
        EnrollmentStatus.Cancelled => keptAtWithdrawal[place.Number],
        _ => 0,
    };

    /// <summary>What Stripe has of it: captured, less what went back.</summary>
    public long AtStripe(string number)
    {
        var intents = stripe.Sessions.Where(s => s.ClientReferenceId == number).Select(s => s.PaymentIntent).ToHashSet();
        return stripe.PaymentIntents.Where(p => intents.Contains(p.Id)).Sum(p => p.AmountReceived)
            - stripe.Refunds.Where(r => intents.Contains(r.PaymentIntent) && r.Status is not ("failed" or "canceled")).Sum(r => r.Amount);
    }

    private long RefundedByStaff(string number) => refundedByStaff.GetValueOrDefault(number);
}
