using Sweet.Domain.Enrollments;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Email.Letters;

/// <summary>A person has ended a confirmed place. Goes out with a calendar file that cancels the class meetings.</summary>
internal static class PlaceEndedLetter
{
    public static Letter For(Enrollment enrollment, MailSite site) => new(
        $"Your place has ended: {enrollment.Cohort.Course.Title}",
        $"Your place in {enrollment.Cohort.Course.Title} has ended, because {WhyOf(enrollment)}.",
        enrollment.Number,
        [
            new Facts(
                LetterWords.CourseOf(enrollment.Cohort),
                new Fact("Student", enrollment.FullName),
                new Fact("Ended on", LetterWords.Day(enrollment.EndedAtUtc!.Value, enrollment.Cohort))),
            new Paragraph($"If that is a mistake, answer this mail or write to {site.Help}: a person reads every message."),
            new Heading("Your calendar"),
            new Paragraph("The attached file takes the class meetings out of your calendar. If you subscribed to it, they go by themselves within some hours."),
            new Button("Open your enrollment page", site.PageOf(enrollment)),
        ]);

    private static string WhyOf(Enrollment enrollment) =>
        enrollment.CancelledWhy == CancellationReason.Disputed ? "your bank has taken the payment back" : "the payment for it has gone back to you";
}
