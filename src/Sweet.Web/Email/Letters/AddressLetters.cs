using System.Globalization;
using Sweet.Domain.Enrollments;

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
        new Paragraph($"The link is good for {EmailChange.Life.TotalHours.ToString("0", CultureInfo.InvariantCulture)} hours. Until you confirm, nothing changes."),
        new Paragraph("You did not ask for this? Then somebody has mistyped an address, and you need not do anything."));

    public static Letter ChangeNotice(Enrollment enrollment, MailSite site) => new(
        $"Your address is about to change: {enrollment.Cohort.Course.Title}",
        $"Somebody, probably you, asked that the mails of your enrollment in {enrollment.Cohort.Course.Title} go to another address.",
        enrollment.Number,
        new Paragraph("If it was you, there is nothing to do here: open the link that we mailed to the new address."),
        new Paragraph("If it was not you, somebody else has the link to your enrollment page. Replace it now; that also undoes the wish, as long as the new address has not confirmed it. If it has, another mail says so: then answer this one."),
        new Button("Replace my link", site.Page($"/enrollments/{enrollment.LinkToken}/link-replacements/new")));

    public static Letter ChangeMade(Enrollment enrollment, MailSite site) => new(
        $"Your address was changed: {enrollment.Cohort.Course.Title}",
        $"The mails of your enrollment in {enrollment.Cohort.Course.Title} go to another address from now on.",
        enrollment.Number,
        new Paragraph("If it was you, there is nothing to do."),
        new Paragraph($"If it was not you, somebody else has taken over your enrollment: answer this mail, or write to {site.Help}, and a person gives it back to you."));

    public static Letter Corrected(Enrollment enrollment, MailSite site) => new(
        $"The link to your enrollment: {enrollment.Cohort.Course.Title}",
        $"We write to you at this address now. Here is the link to your enrollment in {enrollment.Cohort.Course.Title}.",
        enrollment.Number,
        new Facts(Wording.CourseOf(enrollment.Cohort), Wording.FirstClassOf(enrollment.Cohort), new Fact("Student", enrollment.FullName)),
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
}
