using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Email.Letters.Enrollments;

public sealed class HoldEndedLetter(Enrollment enrollment) : EnrollmentLetter(enrollment)
{
    public override string Fact => $"enrollment {Enrollment.Number} hold ended";

    public override Urgency Urgency => Urgency.News;

    public override DateTime? HappenedAtUtc => IsByStaff ? JustNow : Enrollment.HeldUntilUtc;

    public override Standing Standing => Standing.WhileEnrollmentIs(EnrollmentStatus.Expired);

    private bool IsByStaff => Enrollment.ExpiredWhy == ExpiryReason.Staff;

    public override LetterContent Content(LetterSite site) => new(
        $"Your seat was given back: {Course}",
        IsByStaff ? $"Nothing was charged. The registrar has given back the seat that was held for you in {Course}."
            : $"Nothing was charged. The time to pay ran out, so your seat in {Course} was given back.",
        Enrollment.Number,
        new Facts(LetterWords.CourseOf(Cohort), LetterWords.FirstClassOf(Cohort)),
        new Paragraph(
            "Still want to take part? One button registers you again, with everything that you typed filled in, "
            + "as long as a seat is free."),
        new Button("Register again", site.PageOf(Enrollment)));
}
