using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Email.Letters.Enrollments;

public sealed class HoldEndedLetter(Enrollment enrollment) : EnrollmentLetter(enrollment)
{
    public override string Fact => $"enrollment {Enrollment.Number} hold ended";

    public override Urgency Urgency => Urgency.News;

    public override DateTime? HappenedAtUtc => IsByStaff || IsStuck ? JustNow : Enrollment.HeldUntilUtc;

    public override Standing Standing => Standing.WhileEnrollmentIs(EnrollmentStatus.Expired);

    /// <summary>What was asked for in a transfer had a page of its own, which leads nowhere now.</summary>
    public override IReadOnlyList<Enrollment> Opens => Enrollment.TransferredFromId is null ? [Enrollment] : [];

    private bool IsByStaff => Enrollment.ExpiredWhy == ExpiryReason.Staff;

    private bool IsStuck => Enrollment.ExpiredWhy == ExpiryReason.EarlierSeatEnded;

    public override LetterContent Content(LetterSite site) =>
        Enrollment.TransferredFromId is null ? OfRegistration(site) : IsStuck ? OfStuckTransfer() : OfTransfer();

    private LetterContent OfStuckTransfer() => new(
        $"Your move to other dates has ended: {Course}",
        $"Nothing was charged for the new seat. The seat that you wanted to move from has ended, so the one in other dates of {Course} "
            + "was given back too, and its payment link no longer works.",
        Enrollment.Number,
        new Facts(LetterWords.CourseOf(Cohort), LetterWords.FirstClassOf(Cohort)),
        new Paragraph("Still want to take part? Email us, and we’ll see which dates have a seat."));

    private LetterContent OfTransfer() => new(
        $"Your seat stays where it was: {Course}",
        $"Nothing was charged. The time to pay for other dates of {Course} ran out, so the new seat was given back. "
            + "Your earlier seat is yours as before.",
        Enrollment.Number,
        new Facts(LetterWords.CourseOf(Cohort), LetterWords.FirstClassOf(Cohort)),
        new Paragraph("Still want to move? Email us, and we’ll see which dates have a seat."));

    private LetterContent OfRegistration(LetterSite site) => new(
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
