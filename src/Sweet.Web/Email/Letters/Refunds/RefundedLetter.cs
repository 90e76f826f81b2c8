using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Domain.Refunds;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording;

namespace Sweet.Web.Email.Letters.Refunds;

/// <summary>Money goes back. The refund may be new and without an id: its payment and its moment name it.</summary>
public sealed class RefundedLetter(Enrollment enrollment, Refund refund) : EnrollmentLetter(enrollment)
{
    public override string Fact => $"refund of {Standing.PaymentOf(refund)} {FactNames.Moment(refund.RequestedAtUtc)}";

    public override Urgency Urgency => Urgency.News;

    public override DateTime? HappenedAtUtc => refund.RequestedAtUtc;

    public override Standing Standing => Standing.WhileRefundStands(refund);

    public override LetterContent Content(LetterSite site)
    {
        var amount = refund.Amount.Exact();
        return new LetterContent(
            $"{amount} is being refunded: {Course}",
            $"You’ll be refunded {amount}.",
            Enrollment.Number,
            new Paragraph(Why()),
            new Facts([
                LetterWords.CourseOf(Cohort),
                new Fact("Refund", amount),
                new Fact("Requested on", LetterWords.Day(refund.RequestedAtUtc, Cohort)),
                LetterWords.GoesTo(refund),
                new Fact("Arrives", LetterWords.Arrival([refund], "usually within 5 to 10 business days, depending on your bank")),
                .. NotRefunded()]),
            new Paragraph("You don’t need to do anything. Your enrollment page shows the status of your refund."),
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

        var policy = Enrollment.Order.QuoteWithdrawal(Enrollment.ClassesCountedAt(endedAtUtc)).Policy.Back;
        var elsewhere = policy - refund.Amount;
        return elsewhere.Minor <= 0 ? All
            : $"the refund policy gives back {policy.Exact()}. {refund.Amount.Exact()} is the rest of it: "
                + $"{elsewhere.Exact()} has been or is being refunded another way.";
    }

    private string WhyOf(RefundReason reason, string course) => reason switch
    {
        RefundReason.NoSeat =>
            $"We’re sorry: your payment arrived after the hold on your seat in {course} had ended, and by then every seat was taken. "
            + $"{Refunding("it")}.",
        RefundReason.PaidTwice =>
            $"We’re sorry: your seat in {course} was paid for twice. {Refunding("the second payment")}; your seat isn’t affected.",
        RefundReason.EnrolledElsewhere =>
            "We’re sorry: your payment was for a registration that had ended, and you already have another one in the same cohort of "
            + $"{course}. {Refunding("it")}; the other registration isn’t affected.",
        RefundReason.EnrollmentCancelled =>
            $"We’re sorry: your payment arrived after your enrollment in {course} had been canceled. {Refunding("it")}.",
        RefundReason.Transferred =>
            $"You moved from these dates of {course} to others, which cost less than your seat was worth. We’re refunding the rest.",
        RefundReason.CohortCancelled => $"We’re sorry: we had to cancel the cohort of {course} that you were enrolled in.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    // Somebody may have sent a part of the payment back at Stripe, or a bank taken it.
    private string Refunding(string what)
    {
        var elsewhere = refund.Payment.Amount - refund.Amount;
        return elsewhere.Minor <= 0
            ? $"We’re refunding all of {what}"
            : $"We’re refunding the rest of {what}: {elsewhere.Exact()} went or goes back to you in another way";
    }
}
