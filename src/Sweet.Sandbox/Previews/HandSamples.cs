using Sweet.Domain;
using Sweet.Domain.ByHand;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;

namespace Sweet.Sandbox.Previews;

/// <summary>Seats that staff gave, in each state of which an email tells.</summary>
internal static class HandSamples
{
    private static readonly Actor Preview = Actor.Worker("preview");

    public static Enrollment ByLink(this LetterSamples samples) => ByHand(samples, HandWay.PaymentLink);

    public static Enrollment ByInvoice(this LetterSamples samples) => ByHand(samples, HandWay.Invoice);

    public static (Enrollment Enrollment, Refund Refund) Returned(this LetterSamples samples)
    {
        var enrollment = ByHand(samples, HandWay.PaidOutside);
        var order = enrollment.Order;
        var refund = order.RequestRefund(order.Payments[0], order.Total, RefundReason.Staff, Preview, samples.NowUtc);
        refund.Return(new OutsideMoney(order.Total, OutsideWay.Check, "2051", samples.NowUtc), Preview, samples.NowUtc);
        return (enrollment, refund);
    }

    private static Enrollment ByHand(LetterSamples samples, HandWay way)
    {
        var cohort = samples.OtherCohort();
        var price = cohort.PriceAt(samples.NowUtc);
        var known = samples.Held();
        var registration = new Registration(
            "IPT-SAMPLE", known.ToStudent(), new Origin(null, null, null), new Payer("Harbor Clinic", null), new PolicyAcceptance(1, 2));
        return cohort.EnrollByHand(
            registration,
            new HandTerms(way, price, price)
            {
                HoldTime = TimeSpan.FromDays(3),
                DueOn = way == HandWay.Invoice ? DateOnly.FromDateTime(samples.NowUtc.AddDays(30)) : null,
                Received = way == HandWay.PaidOutside
                    ? new OutsideMoney(price, OutsideWay.Check, "1042", samples.NowUtc.AddDays(-2)) : null,
            },
            Preview, samples.NowUtc);
    }
}
