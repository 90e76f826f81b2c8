using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording;

namespace Sweet.Web.Email.Letters.Transfers;

/// <summary>The difference is to be paid before the seat moves.</summary>
/// <param name="moved">Held in the new cohort.</param>
public sealed class TransferAskedLetter(Enrollment moved, Enrollment from) : EnrollmentLetter(moved)
{
    public override string Fact => $"enrollment {Enrollment.Number} transfer asked";

    public override bool IsFirst => true;

    public override Urgency Urgency => Urgency.Awaited;

    public override DateTime? HappenedAtUtc => JustNow;

    public override Standing Standing => Standing.WhileEnrollmentIs(EnrollmentStatus.Held);

    public override LetterContent Content(LetterSite site)
    {
        var until = ZonedTime.At(Enrollment.HeldUntilUtc, Cohort.TimeZone);
        var due = Enrollment.Order.Total.Exact();
        return new LetterContent(
            $"Move to other dates: {due} to pay for {Course}",
            $"A seat in {Course} on other dates is being held for you. It is yours, and your current one is given back, "
                + $"as soon as you have paid {due}.",
            Enrollment.Number,
            new Facts(
                [
                    LetterWords.CourseOf(Cohort),
                    LetterWords.FirstClassOf(Cohort),
                    .. Student,
                    .. Enrollment.Order.Lines.Select(
                        l => new Fact(l.Description, new Domain.Money(l.AmountMinor, Enrollment.Order.Currency).Exact()) { IsSum = true }),
                    new Fact("To pay", due) { IsTotal = true },
                    new Fact("Held until", $"{until.LongDate}, {until.Clock} {until.Abbreviation}"),
                ]),
            new Button("See the new dates and pay", site.PageOf(Enrollment)),
            new Paragraph(
                $"Until you have paid, everything stays as it is: your seat under {from.Number} is yours. "
                + "If you don’t pay in time, the new seat goes to someone else, and nothing is charged."),
            new Paragraph(LetterWords.KeepToYourself));
    }
}
