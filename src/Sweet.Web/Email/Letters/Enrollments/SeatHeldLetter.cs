using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording;

namespace Sweet.Web.Email.Letters.Enrollments;

/// <summary>A seat is held, once a hold.</summary>
/// <remarks>Nobody has shown yet that the address is theirs: nothing that was typed stands in it, and no name.</remarks>
public sealed class SeatHeldLetter(Enrollment enrollment) : EnrollmentLetter(enrollment)
{
    public override string Fact => $"enrollment {Enrollment.Number} held";

    public override Urgency Urgency => Urgency.Awaited;

    public override bool IsFirst => true;

    public override DateTime? HappenedAtUtc => JustNow;

    public override Standing Standing => Standing.WhileEnrollmentIs(EnrollmentStatus.Held);

    private bool IsFree => Enrollment.Order.Total.IsZero;

    private ZonedTime Until => ZonedTime.At(Enrollment.HeldUntilUtc, Cohort.TimeZone);

    public override bool AnybodyMayCauseIt => true;

    public override LetterContent Content(LetterSite site) => new(
        $"Your seat is held until {Until.Clock} {Until.Abbreviation}, {Until.ShortDate}: {Course}",
        $"Your seat in {Course} is held until {Until.Clock} {Until.Abbreviation} ({Until.City}) on {Until.LongDate}.",
        Enrollment.Number,
        new Paragraph(IsFree
            ? "Confirm it before then. There is nothing to pay."
            : "Nothing has been charged yet. Check your details and pay before then, and the seat is yours."),
        new Facts(
            [
                LetterWords.CourseOf(Cohort), LetterWords.FirstClassOf(Cohort), .. Lowered(),
                new Fact("Total", Enrollment.Order.Total.Exact()) { IsTotal = true },
            ]),
        new Button(IsFree ? "Confirm your seat" : "Check your details and pay", site.PageOf(Enrollment)),
        new Paragraph(
            "If that time passes, the seat is given back, and one button on the same page registers you again with everything filled in."),
        new Paragraph("Didn’t register? You don’t need to do anything: the seat will be given back automatically."),
        new Paragraph("Anyone with this link can open the page, so keep this email to yourself."));

    // A code is ours, whoever typed it.
    private IEnumerable<Fact> Lowered() => Enrollment.Order.VoucherId is null ? [] : Enrollment.Order.Lines.Select(
        l => new Fact(l.Description, new Money(l.AmountMinor, Enrollment.Order.Currency).Exact()) { IsSum = true });
}
