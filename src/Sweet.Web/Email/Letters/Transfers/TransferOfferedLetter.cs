using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Domain.Transfers;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording;

namespace Sweet.Web.Email.Letters.Transfers;

/// <summary>The student may choose other dates. Which, and at what sum, is on the page: it changes while the email lies there.</summary>
public sealed class TransferOfferedLetter(Enrollment from, TransferOffer offer) : EnrollmentLetter(from)
{
    // A newer offer of the same moment is another fact.
    public override string Fact =>
        $"enrollment {Enrollment.Number} transfer offered {FactNames.Moment(offer.OfferedAtUtc)} "
        + FactNames.Digest($"{string.Join(' ', offer.CohortIds)} {offer.EndsAtUtc.Ticks}");

    public override bool IsFirst => true;

    public override Urgency Urgency => Urgency.Awaited;

    public override DateTime? HappenedAtUtc => JustNow;

    public override Standing Standing => Standing.WhileEnrollmentIs(EnrollmentStatus.Confirmed);

    public override LetterContent Content(LetterSite site)
    {
        var until = ZonedTime.At(offer.EndsAtUtc.AddMinutes(-1), Cohort.TimeZone);
        return new LetterContent(
            $"Other dates for {Course}, if you like",
            $"You may move to other dates until {until.LongDate}. Your seat stays as it is unless you choose.",
            Enrollment.Number,
            new Facts([LetterWords.CourseOf(Cohort), LetterWords.FirstClassOf(Cohort), .. Student]),
            new Button("See the other dates", $"{site.PageOf(Enrollment)}/transfers/new"),
            new Paragraph(
                "The page shows which dates there are, and what each costs or gives back. No seat is held for you in the meantime: "
                + "once the last seat is taken, those dates are gone. To keep your current dates, you don’t need to do anything."),
            new Paragraph(LetterWords.KeepToYourself));
    }
}
