using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording;

namespace Sweet.Web.Email.Letters.Enrollments;

/// <summary>Somebody has asked for a second seat with the address. At most one an enrollment and hour.</summary>
public sealed class AlreadyEnrolledLetter(Enrollment enrollment, DateTime askedAtUtc) : EnrollmentLetter(enrollment)
{
    public override string Fact => $"enrollment {Enrollment.Number} asked for again {FactNames.HourOf(askedAtUtc)}";

    public override Urgency Urgency => Urgency.Awaited;

    public override DateTime? HappenedAtUtc => JustNow;

    public override bool AnybodyMayCauseIt => true;

    public override Standing Standing => Standing.WhileEnrollmentIsLive;

    public override LetterContent Content(LetterSite site) => new(
        $"This address already has a seat: {Course}",
        $"This address already has a seat in {Course}.",
        Enrollment.Number,
        [
            new Paragraph("Someone, perhaps you, has just asked for another one with it. Nothing has changed."),
            .. Unpaid(),
            new Facts([LetterWords.CourseOf(Cohort), LetterWords.FirstClassOf(Cohort), .. Student]),
            OpenPage(site),
            new Paragraph("Each person needs an email address of their own. To register someone else, use theirs."),
            new Paragraph(LetterWords.KeepToYourself),
        ]);

    // Whoever typed the address first has the page open too; nobody has shown yet that the address is theirs.
    private IEnumerable<Block> Unpaid()
    {
        var until = ZonedTime.At(Enrollment.HeldUntilUtc, Cohort.TimeZone);
        var hold = Enrollment.HeldUntilUtc <= askedAtUtc ? "its time to pay is up, and it will be given back unless a payment arrives"
            : $"it is held until {until.Clock} {until.Abbreviation}";
        if (Enrollment.Status == EnrollmentStatus.Held)
            yield return new Paragraph($"As far as we know, the seat has not been paid for yet; {hold}.");
        if (Enrollment.Status == EnrollmentStatus.Processing)
            yield return new Paragraph(
                "A payment for it is on its way: a bank is processing it, which can take a few business days. "
                + "The seat is kept in the meantime.");
        if (Enrollment.MailedToken is null) yield break;

        yield return new Paragraph(
            "If it was someone else who took it, that person has a link to its page too. "
            + "Open the page below and press \"Make it mine alone\": "
            + "their link stops working, and the seat is yours, with the name that you enter there. "
            + (Enrollment.Status == EnrollmentStatus.Held
                ? "Don’t pay on its page before that. Or wait until the hold has ended, and register again."
                : "You don’t need to pay while that payment is on its way. If it fails, we’ll email you, and you can register again."));
    }
}
