using System.Globalization;
using Sweet.Domain.Enrollments;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Email.Letters;

/// <summary>Letters about where mail goes, and by which link a page opens.</summary>
internal static class AddressLetters
{
    private const string Secret = "Whoever has the link can open the page, so keep this mail to yourself.";

    public static Letter ChangeAsked(EmailChange change, MailSite site) => new(
        $"Please confirm this address: {change.Enrollment.Cohort.Course.Title}",
        $"Please confirm that the mails of an enrollment in {change.Enrollment.Cohort.Course.Title} may come to this address.",
        change.Enrollment.Number,
        new Button("Look at it and confirm", site.Page($"/email-changes/{change.Token}")),
        new Paragraph($"The link is good for {Hours(EmailChange.Life)} hours. Until you confirm, nothing changes."),
        new Paragraph("You did not ask for this? Then somebody has mistyped an address, and you need not do anything."));

    public static Letter ChangeNotice(Enrollment enrollment, MailSite site) => new(
        $"Your address is about to change: {enrollment.Cohort.Course.Title}",
        $"Somebody, probably you, asked that the mails of your enrollment in {enrollment.Cohort.Course.Title} go to another address.",
        enrollment.Number,
        new Paragraph("If it was you, there is nothing to do here: open the link that we mailed to the new address."),
        new Paragraph("If it was not you, somebody else has the link to your enrollment page. Replace it now; that also undoes the wish, as long as the new address has not confirmed it. If it has, another mail says so, and has a button that takes the change back."),
        new Button("Replace my link", site.Page($"/enrollments/{enrollment.LinkToken}/link-replacements/new")));

    public static Letter ChangeMade(Enrollment enrollment, string reversalToken, MailSite site) => new(
        $"Your address was changed: {enrollment.Cohort.Course.Title}",
        $"The mails of your enrollment in {enrollment.Cohort.Course.Title} go to another address from now on.",
        enrollment.Number,
        new Paragraph("If it was you, there is nothing to do."),
        new Paragraph($"If it was not you, somebody else has taken over your enrollment. Take it back now: we write to this address again, and your page gets a new link that only this address is sent. The button works for {Hours(EmailChange.ReversibleFor)} hours."),
        new Button("Take the change back", site.Page($"/email-change-reversals/{reversalToken}")),
        new Paragraph($"Later than that, answer this mail or write to {site.Help}, and a person helps you."));

    /// <remarks>It may go to whoever has taken the enrollment over: it opens nothing.</remarks>
    public static Letter ChangeReversed(Enrollment enrollment, MailSite site) => new(
        $"We write to another address again: {enrollment.Cohort.Course.Title}",
        $"Whoever reads the address that an enrollment in {enrollment.Cohort.Course.Title} had before has taken the change to yours back.",
        null,
        new Paragraph("The mails of the enrollment go to that address again, and the links that came to this one show nothing any more."),
        new Paragraph($"If the enrollment is yours and the other address is not, answer this mail or write to {site.Help}: a person looks at it."));

    public static Letter Corrected(Enrollment enrollment, MailSite site) => new(
        $"The link to your enrollment: {enrollment.Cohort.Course.Title}",
        $"We write to you at this address now. Here is the link to your enrollment in {enrollment.Cohort.Course.Title}.",
        enrollment.Number,
        new Facts(LetterWords.CourseOf(enrollment.Cohort), LetterWords.FirstClassOf(enrollment.Cohort), new Fact("Student", enrollment.FullName)),
        new Button("Open your enrollment page", site.PageOf(enrollment)),
        new Paragraph(Secret));

    public static Letter LinksReplaced(Enrollment enrollment, MailSite site) => new(
        $"Your new link: {enrollment.Cohort.Course.Title}",
        $"Your enrollment page in {enrollment.Cohort.Course.Title} has a new link. The old one, in older mails too, shows nothing any more.",
        enrollment.Number,
        new Button("Open your enrollment page", site.PageOf(enrollment)),
        new Paragraph("The calendar address has changed too. If you subscribed to it, subscribe to this one instead:"),
        new Link("Calendar address", site.CalendarOf(enrollment)),
        new Paragraph($"{Secret} You did not ask for this? Then somebody had your old link, and has it no more."));

    private static string Hours(TimeSpan time) => time.TotalHours.ToString("0", CultureInfo.InvariantCulture);
}
