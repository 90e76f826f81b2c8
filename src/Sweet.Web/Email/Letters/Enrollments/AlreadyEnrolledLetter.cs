using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording;

namespace Sweet.Web.Email.Letters.Enrollments;

/// <summary>Somebody has asked for a second place with the address. At most one an enrollment and hour.</summary>
public sealed class AlreadyEnrolledLetter(Enrollment enrollment, DateTime askedAtUtc) : EnrollmentLetter(enrollment)
{
    public override string Fact => $"enrollment {Enrollment.Id} asked for again {FactNames.HourOf(askedAtUtc)}";

    public override Urgency Urgency => Urgency.Awaited;

    public override DateTime? HappenedAtUtc => JustNow;

    public override Standing Standing => Standing.WhileEnrollmentIsLive;

    public override LetterContent Content(LetterSite site) => new(
        $"This address already has a place: {Course}",
        $"This address already has a place in {Course}.",
        Enrollment.Number,
        [
            new Paragraph("Somebody, perhaps you, has just asked for another one with it. Nothing has changed."),
            .. UnpaidHold(site),
            new Facts(LetterWords.CourseOf(Cohort), LetterWords.FirstClassOf(Cohort), Student),
            OpenPage(site),
            new Paragraph("Each person needs an email address of their own. To register somebody else, use theirs."),
            new Paragraph(LetterWords.KeepToYourself),
        ]);

    // Whoever typed the address first has the page open too; nobody has shown yet that the address is theirs.
    private IEnumerable<Block> UnpaidHold(LetterSite site)
    {
        if (Enrollment.Status != EnrollmentStatus.Held) yield break;

        var until = ZonedTime.At(Enrollment.HeldUntilUtc, Cohort.TimeZone);
        var hold = Enrollment.HeldUntilUtc <= askedAtUtc ? "its time to pay is over, and it goes back unless a payment arrives"
            : $"it is held until {until.Clock} {until.Abbreviation}";
        yield return new Paragraph(
            $"The seat is not paid yet, as far as we have heard; {hold}. "
            + "If it was not you who took it, whoever did has its link too, so do not pay on its page yet: "
            + "replace the link first, and nobody but you can open it. "
            + "Or wait until the hold has ended, and register again.");
        yield return new Link("Replace the link", site.LinkReplacementOf(Enrollment));
    }
}
