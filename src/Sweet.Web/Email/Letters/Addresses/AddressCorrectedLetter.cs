using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Letters.Enrollments;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Email.Letters.Addresses;

/// <summary>To the address that has just become the enrollment's.</summary>
public sealed class AddressCorrectedLetter : EnrollmentLetter
{
    private readonly DateTime nowUtc;

    private AddressCorrectedLetter(Enrollment enrollment, DateTime nowUtc)
        : base(enrollment) => this.nowUtc = nowUtc;

    public override string Fact => $"enrollment {Enrollment.Number} link, told again {FactNames.Moment(nowUtc)}";

    public override Urgency Urgency => Urgency.Awaited;

    public override DateTime? HappenedAtUtc => JustNow;

    public override Standing Standing => Standing.Always;

    /// <returns>What was confirmed, told again; or at least the link.</returns>
    public static EnrollmentLetter For(Enrollment enrollment, DateTime nowUtc) =>
        enrollment.Status == EnrollmentStatus.Confirmed
            ? new EnrollmentConfirmedLetter(enrollment) { AgainAtUtc = nowUtc }
            : new AddressCorrectedLetter(enrollment, nowUtc);

    public override LetterContent Content(LetterSite site) => new(
        $"The link to your enrollment: {Course}",
        $"We now use this address for you. Here is the link to your enrollment in {Course}.",
        Enrollment.Number,
        new Facts([LetterWords.CourseOf(Cohort), LetterWords.FirstClassOf(Cohort), .. Student]),
        OpenPage(site),
        new Paragraph(LetterWords.KeepToYourself));
}
