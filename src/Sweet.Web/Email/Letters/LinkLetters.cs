using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording;

namespace Sweet.Web.Email.Letters;

/// <summary>Letters whose point is a link that only the owner of the address may have.</summary>
internal static class LinkLetters
{
    private const string NotYou = "You did not ask for this? Then you need not do anything: nobody but you has got it.";

    public static Letter YourLinks(IReadOnlyList<Enrollment> enrollments, MailSite site) => new(
        enrollments.Count == 1 ? "The link to your enrollment" : "The links to your enrollments",
        enrollments.Count == 1 ? "Here is the link to your enrollment, as you asked." : $"Here are the links to your {enrollments.Count} enrollments, as you asked.",
        enrollments.Count == 1 ? enrollments[0].Number : null,
        [
            .. enrollments.SelectMany(e => LinkTo(e, site, alone: enrollments.Count == 1)),
            new Paragraph($"Whoever has a link can open its page, so keep this mail to yourself. {NotYou}"),
        ]);

    public static Letter AlreadyEnrolled(Enrollment enrollment, MailSite site) => new(
        $"This address already has a place: {enrollment.Cohort.Course.Title}",
        $"This address already has a place in {enrollment.Cohort.Course.Title}.",
        enrollment.Number,
        [
            new Paragraph("Somebody, perhaps you, has just asked for another one with it. Nothing has changed."),
            .. UnpaidHold(enrollment, site),
            new Facts(LetterWords.CourseOf(enrollment.Cohort), LetterWords.FirstClassOf(enrollment.Cohort), new Fact("Student", enrollment.FullName)),
            new Button("Open your enrollment page", site.PageOf(enrollment)),
            new Paragraph("Each person needs an email address of their own. To register somebody else, use theirs."),
            new Paragraph("Whoever has the link can open the page, so keep this mail to yourself."),
        ]);

    public static Letter InterestAsked(CourseInterest interest, Course course, MailSite site) => new(
        $"Please confirm: news of {course.Title}",
        $"Please confirm that you want to hear from us when the next cohort of {course.Title} opens.",
        null,
        new Button("Confirm", site.PageOf(interest)),
        new Paragraph("If you did not ask, do nothing: without your confirmation we do not write again."));

    // Whoever typed the address first has the page open too; nobody has shown yet that the address is theirs.
    private static IEnumerable<Block> UnpaidHold(Enrollment enrollment, MailSite site)
    {
        if (enrollment.Status != EnrollmentStatus.Held) yield break;

        var until = ZonedTime.At(enrollment.HeldUntilUtc, enrollment.Cohort.TimeZone);
        yield return new Paragraph($"The seat is not paid yet; it is held until {until.Clock} {until.Abbreviation}. If it was not you who took it, whoever did has its link too, so do not pay on its page yet: replace the link first, and nobody but you can open it. Or wait until the hold has ended, and register again.");
        yield return new Link("Replace the link", site.Page($"/enrollments/{enrollment.LinkToken}/link-replacements/new"));
    }

    private static IEnumerable<Block> LinkTo(Enrollment enrollment, MailSite site, bool alone)
    {
        if (!alone) yield return new Heading(enrollment.Number);

        yield return new Facts(
            LetterWords.CourseOf(enrollment.Cohort),
            new Fact("Student", enrollment.FullName),
            LetterWords.FirstClassOf(enrollment.Cohort),
            new Fact("Status", StatusOf(enrollment.Status)));
        yield return alone ? new Button("Open your enrollment page", site.PageOf(enrollment)) : new Link("Enrollment page", site.PageOf(enrollment));
    }

    private static string StatusOf(EnrollmentStatus status) => status switch
    {
        EnrollmentStatus.Held => "the seat is held until it is paid for",
        EnrollmentStatus.Processing => "the seat is kept while the payment is on its way",
        EnrollmentStatus.Confirmed => "confirmed",
        EnrollmentStatus.Expired => "ended unpaid",
        _ => "cancelled",
    };
}
