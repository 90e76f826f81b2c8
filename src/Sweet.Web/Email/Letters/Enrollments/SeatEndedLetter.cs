using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording.Calendars;

namespace Sweet.Web.Email.Letters.Enrollments;

/// <summary>A person has ended a confirmed seat. Goes out with a calendar file that cancels the class meetings.</summary>
public sealed class SeatEndedLetter(Enrollment enrollment) : EnrollmentLetter(enrollment)
{
    public override string Fact => $"enrollment {Enrollment.Number} ended";

    public override Urgency Urgency => Urgency.Awaited;

    public override DateTime? HappenedAtUtc => JustNow;

    public override Standing Standing => Standing.WhileEnrollmentIs(EnrollmentStatus.Cancelled);

    public override LetterContent Content(LetterSite site) => new(
        $"Your enrollment has ended: {Course}",
        $"Your enrollment in {Course} has ended, because {Why()}.",
        Enrollment.Number,
        new Facts(
            [LetterWords.CourseOf(Cohort), .. Student, new Fact("Ended on", LetterWords.Day(Enrollment.EndedAtUtc!.Value, Cohort))]),
        new Paragraph($"If that is a mistake, reply to this email or email {site.Help}: a person reads every message."),
        new Heading("Your calendar"),
        new Paragraph(LetterWords.OutOfCalendar),
        OpenPage(site));

    public override string Calendar(LetterSite site) => EnrollmentCalendar.WriteFile(Enrollment, site.BaseUrl, site.Help);

    private string Why() => Enrollment.CancelledWhy == CancellationReason.Disputed
        ? "your bank has taken the payment back"
        : "the payment for it has gone back to you";
}
