using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording;

namespace Sweet.Web.Email.Letters.Enrollments;

/// <summary>A place that costs nothing is confirmed from this letter alone: who typed the address may not be who reads it.</summary>
public sealed class FreePlaceHeldLetter(Enrollment enrollment) : EnrollmentLetter(enrollment)
{
    public override string Fact => $"enrollment {Enrollment.Id} free place held";

    public override Urgency Urgency => Urgency.Awaited;

    public override DateTime? HappenedAtUtc => JustNow;

    public override bool AnybodyMayCauseIt => true;

    public override Standing Standing => Standing.WhileEnrollmentIs(EnrollmentStatus.Held);

    public override LetterContent Content(LetterSite site)
    {
        var until = ZonedTime.At(Enrollment.HeldUntilUtc, Cohort.TimeZone);
        return new LetterContent(
            $"Please confirm your place: {Course}",
            $"A seat in {Course} is held for you until {until.Clock} {until.Abbreviation}. Confirm it, and it is yours.",
            Enrollment.Number,
            new Facts(LetterWords.CourseOf(Cohort), LetterWords.FirstClassOf(Cohort)),
            new Button("Look at it and confirm", site.PageOf(Enrollment)),
            new Paragraph("You did not register? Then do nothing: the seat goes back by itself, and nothing is charged."));
    }
}
