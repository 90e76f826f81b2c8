using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording;

namespace Sweet.Web.Email.Letters;

internal static class PaymentFailedLetter
{
    public static Letter For(Enrollment enrollment, Payment payment, MailSite site)
    {
        var course = enrollment.Cohort.Course.Title;
        var seat = enrollment.IsLive ? $"Your seat in {course} is not affected." : $"Your seat in {course} was given back.";
        return new Letter(
            $"Your payment did not go through: {course}",
            $"Your bank did not make the payment of {payment.Amount.Exact()}, so nothing was charged.",
            enrollment.Number,
            new Paragraph(seat),
            new Facts(LetterWords.CourseOf(enrollment.Cohort), LetterWords.FirstClassOf(enrollment.Cohort)),
            new Paragraph(enrollment.IsLive
                ? "Your enrollment page shows where you stand."
                : "You can register again, with everything that you typed filled in, as long as a seat is free. A card is the quickest way to pay: it answers at once. Your bank can tell you why it refused."),
            new Button(enrollment.IsLive ? "Open your enrollment page" : "Register again", site.PageOf(enrollment)));
    }
}
