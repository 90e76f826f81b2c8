using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Domain.Refunds;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording;

namespace Sweet.Web.Email.Letters.Refunds;

/// <summary>Money came late for a full cohort: it goes back, unless the payer chooses to wait in line.</summary>
/// <param name="refund">With a choice.</param>
public sealed class LateMoneyLetter(Enrollment enrollment, Refund refund) : EnrollmentLetter(enrollment)
{
    public override string Fact => $"choice about {Standing.PaymentOf(refund)} {FactNames.Moment(refund.RequestedAtUtc)}";

    public override Urgency Urgency => Urgency.Awaited;

    public override DateTime? HappenedAtUtc => refund.RequestedAtUtc;

    public override Standing Standing => Standing.WhileRefundStands(refund);

    private string Until
    {
        get
        {
            var until = ZonedTime.At(refund.ChooseUntilUtc!.Value, Cohort.TimeZone);
            return $"{until.LongDate}, {until.Clock} {until.Abbreviation}";
        }
    }

    public override LetterContent Content(LetterSite site)
    {
        var amount = refund.Amount.Exact();
        return new LetterContent(
            $"Your payment came after the last seat was taken: {Course}",
            $"You’ll be refunded {amount}, unless you choose to wait in line until {Until}.",
            Enrollment.Number,
            new Paragraph(
                $"We’re sorry: your payment arrived after the hold on your seat in {Course} had ended, and by then every seat was taken."),
            new Facts(
                LetterWords.CourseOf(Cohort),
                LetterWords.FirstClassOf(Cohort),
                new Fact("Paid", amount),
                new Fact("You can choose until", Until),
                LetterWords.GoesTo(refund)),
            new Heading("If you would rather wait"),
            new Paragraph(
                "You can leave your payment with us and wait in line, behind those who are waiting already. When a seat opens up and it is "
                + "your turn, the seat is yours at once: you won’t be asked again. Until then, you can leave the line at any time, and "
                + "you’ll be refunded in full. So you will be if no seat opens up before registration closes."),
            new Heading("If you would not"),
            new Paragraph(
                "You don’t need to do anything: after that time the refund is sent by itself. Your enrollment page has a button that "
                + "sends it at once."),
            OpenPage(site));
    }
}
