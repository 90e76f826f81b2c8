using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Email.Letters.Addresses;

public sealed class LinksReplacedLetter(Enrollment enrollment) : EnrollmentLetter(enrollment)
{
    public override string Fact => $"enrollment {Enrollment.Number} links replaced {FactNames.Digest(Enrollment.LinkToken)}";

    public override Urgency Urgency => Urgency.Awaited;

    public override DateTime? HappenedAtUtc => JustNow;

    /// <summary>Paid for or not: whoever typed the address can press the button again and again.</summary>
    public override bool AnybodyMayCauseIt => !IsProven;

    public override Standing Standing => Standing.Always;

    public override LetterContent Content(LetterSite site) => new(
        $"Your new link: {Course}",
        Enrollment.MailedToken is null
            ? $"Your enrollment page in {Course} has a new link. The old one, in older emails too, no longer works."
            : $"Someone, probably you, replaced the link that they had from registering for {Course}. This one, in our emails, stays.",
        Enrollment.Number,
        OpenPage(site),
        new Paragraph(Enrollment.MailedToken is null
            ? "The calendar address has changed too. "
                + "If you subscribed to it, delete that subscription, and subscribe to this one instead:"
            : "The calendar address in our emails stays the same:"),
        new Link("Calendar address", site.CalendarOf(Enrollment)),
        new Paragraph(Enrollment.MailedToken is null
            ? $"{LetterWords.KeepToYourself} Didn’t ask for this? Then someone had your old link, and it no longer works."
            : "If it wasn’t you, open the page and press \"Make it mine alone\": then no one but you can open it."));
}
