using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording;

namespace Sweet.Web.Email.Letters.Enrollments;

/// <summary>Staff hold a seat for somebody, who pays by the link.</summary>
public sealed class PaymentLinkLetter(Enrollment enrollment) : EnrollmentLetter(enrollment)
{
    public override string Fact => $"enrollment {Enrollment.Number} to be paid by link";

    public override Urgency Urgency => Urgency.Awaited;

    public override bool IsFirst => true;

    public override bool IsTypedByStaff => true;

    public override DateTime? HappenedAtUtc => JustNow;

    public override Standing Standing => Standing.WhileEnrollmentIs(EnrollmentStatus.Held);

    public override LetterContent Content(LetterSite site)
    {
        var until = ZonedTime.At(Enrollment.HeldUntilUtc, Cohort.TimeZone);
        var order = Enrollment.Order;
        return new LetterContent(
            $"A seat is held for you until {until.ShortDate}: {Course}",
            $"The registrar is holding a seat in {Course} for you until {until.Clock} {until.Abbreviation} on {until.LongDate}.",
            Enrollment.Number,
            new Paragraph("Check your details and pay before then, and the seat is yours. Nothing has been charged yet."),
            new Facts(
                [
                    LetterWords.CourseOf(Cohort),
                    LetterWords.FirstClassOf(Cohort),
                    .. order.Lines.Select(l => new Fact(l.Description, new Money(l.AmountMinor, order.Currency).Exact()) { IsSum = true }),
                    new Fact("To pay", order.Total.Exact()) { IsTotal = true },
                ]),
            new Button("Check your details and pay", site.PageOf(Enrollment)),
            new Paragraph("If you haven’t paid by then, the seat is released and nothing is charged."),
            new Paragraph(
                "Didn’t expect this email? You don’t need to do anything. "
                + $"By paying, you accept the refund policy and the privacy notice: {site.Page("/policies/refunds")}, "
                + $"{site.Page("/policies/privacy")}"),
            new Paragraph(LetterWords.KeepToYourself));
    }
}
