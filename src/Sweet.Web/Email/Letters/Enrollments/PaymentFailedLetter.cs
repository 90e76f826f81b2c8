using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Domain.Orders;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording;

namespace Sweet.Web.Email.Letters.Enrollments;

public sealed class PaymentFailedLetter(Enrollment enrollment, Payment payment) : EnrollmentLetter(enrollment)
{
    public override string Fact => $"payment {payment.PaymentIntentId} failed";

    public override Urgency Urgency => Urgency.News;

    public override DateTime? HappenedAtUtc => null;

    public override Standing Standing => Standing.WhileEnrollmentIs(EnrollmentStatus.Expired);

    public override LetterContent Content(LetterSite site) => new(
        $"Your payment did not go through: {Course}",
        $"Your bank did not make the payment of {payment.Amount.Exact()}, so it was not charged.",
        Enrollment.Number,
        new Paragraph(Enrollment.IsLive ? $"Your seat in {Course} is not affected." : $"Your seat in {Course} was given back."),
        new Facts(LetterWords.CourseOf(Cohort), LetterWords.FirstClassOf(Cohort)),
        new Paragraph(Enrollment.IsLive
            ? "Your enrollment page shows where you stand."
            : "You can register again, with everything that you typed filled in, as long as a seat is free. "
                + "A card is the quickest way to pay: you get an answer right away. Your bank can tell you why it declined."),
        Enrollment.IsLive ? OpenPage(site) : new Button("Register again", site.PageOf(Enrollment)));
}
