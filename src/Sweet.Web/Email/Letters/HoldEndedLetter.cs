using Sweet.Domain.Enrollments;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Email.Letters;

internal static class HoldEndedLetter
{
    public static Letter For(Enrollment enrollment, MailSite site) => new(
        $"Your seat was given back: {enrollment.Cohort.Course.Title}",
        $"Nothing was charged. The time to pay was over, so your seat in {enrollment.Cohort.Course.Title} was given back.",
        enrollment.Number,
        new Facts(LetterWords.CourseOf(enrollment.Cohort), LetterWords.FirstClassOf(enrollment.Cohort)),
        new Paragraph("You still want to take part? One button registers you again, with everything that you typed filled in, as long as a seat is free."),
        new Button("Register again", site.PageOf(enrollment)));
}
