using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Domain.Refunds;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording;

namespace Sweet.Web.Email.Letters.Refunds;

/// <summary>Money goes back. The refund may be new and without an id: its payment and its moment name it.</summary>
public sealed class RefundedLetter(Enrollment enrollment, Refund refund) : EnrollmentLetter(enrollment)
{
    public override string Fact => $"refund of {refund.Payment.PaymentIntentId} {FactNames.Moment(refund.RequestedAtUtc)}";

    public override Urgency Urgency => Urgency.News;

    public override DateTime? HappenedAtUtc => refund.RequestedAtUtc;

    public override Standing Standing => Standing.WhileRefundStands(refund);

    public override LetterContent Content(LetterSite site)
    {
        var amount = refund.Amount.Exact();
        return new LetterContent(
            $"{amount} comes back to you: {Course}",
            $"{amount} comes back to you.",
            Enrollment.Number,
            new Paragraph(Why()),
            new Facts([
                LetterWords.CourseOf(Cohort),
                new Fact("Refund", amount),
                new Fact("Asked for", LetterWords.Day(refund.RequestedAtUtc, Cohort)),
                LetterWords.GoesTo(refund),
                new Fact("Arrives", "usually within 5 to 10 business days; it is your bank that books it"),
                .. NotRefunded()]),
            new Paragraph("There is nothing that you have to do. Your enrollment page shows how far the refund is."),
            OpenPage(site));
    }

    // Where a person has decided on a part; what the refund rule keeps is told by the page of the withdrawal.
    private IEnumerable<Fact> NotRefunded()
    {
        var order = Enrollment.Order;
        var kept = order.Paid - order.GoneBack;
        var isPart = refund.Reason == RefundReason.Staff && refund.Currency == order.Currency && kept.Minor > 0;
        return isPart && !Enrollment.IsLive ? [new Fact("Not refunded", kept.Exact())] : [];
    }

    private string Why() => refund.Reason switch
    {
        RefundReason.Withdrew => $"You withdrew from {Course}; {ByPolicy()}",
        RefundReason.MadeAtStripe or RefundReason.Staff => RefundByStaff.WhyAndSeat(refund, Enrollment, Course),
        _ => WhyOf(refund.Reason, Course),
    };

    // Another part of what the policy gives back may have gone another way: by somebody at Stripe, by a bank, out of another payment.
    private string ByPolicy()
    {
        const string All = "the sum is what the refund policy gives back.";
        if (refund.Currency != Enrollment.Order.Currency || Enrollment.EndedAtUtc is not { } endedAtUtc) return All;

        var policy = Enrollment.Order.QuoteWithdrawal(Cohort.ClassesBegunAt(endedAtUtc)).Policy.Back;
        var elsewhere = policy - refund.Amount;
        return elsewhere.Minor <= 0 ? All
            : $"the refund policy gives back {policy.Exact()}. {refund.Amount.Exact()} is the rest of it: "
                + $"{elsewhere.Exact()} went or goes back to you in another way.";
    }

    private static string WhyOf(RefundReason reason, string course) => reason switch
    {
        RefundReason.NoSeat =>
            $"We are sorry: your payment arrived after the hold on your seat in {course} had ended, and by then every seat was taken. "
            + "We send back all of it.",
        RefundReason.PaidTwice =>
            $"We are sorry: your place in {course} was paid for twice. We send back all of the second payment; your place is not affected.",
        RefundReason.EnrolledElsewhere =>
            "We are sorry: your payment was for a registration that had ended, and you already have another one in the same cohort of "
            + $"{course}. We send back all of it; the other registration is not affected.",
        RefundReason.EnrollmentCancelled =>
            $"We are sorry: your payment arrived after your enrollment in {course} had been cancelled. We send back all of it.",
        RefundReason.CohortCancelled => $"We are sorry: we had to cancel the cohort of {course} that you were enrolled in.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}
