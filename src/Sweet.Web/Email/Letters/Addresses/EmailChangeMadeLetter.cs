using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Email.Letters.Addresses;

/// <summary>To the address that was the enrollment's until now, with the way to take it back. If it comes back, that is no news.</summary>
public sealed class EmailChangeMadeLetter(EmailChange change, string reversalToken) : Letter
{
    public override string Fact => $"email change {FactNames.Digest(change.Token)} made";

    public override Urgency Urgency => Urgency.Awaited;

    public override DateTime? HappenedAtUtc => JustNow;

    public override bool AnybodyMayCauseIt => change.IsTyped;

    public override Standing Standing => Standing.Always;

    public override Addressee To(LetterSite site) => new(Recipient.Warned, change.OldEmail!);

    public override LetterContent Content(LetterSite site)
    {
        var course = change.Enrollment.Cohort.Course.Title;
        return new LetterContent(
            $"Your address was changed: {course}",
            $"Emails about your enrollment in {course} now go to another address.",
            change.Enrollment.Number,
            new Paragraph("If it was you, there is nothing to do."),
            new Paragraph(
                "If it was not you, someone else has taken over your enrollment. Take it back now: we’ll use this address again, "
                + "and your page gets a new link that only this address receives. "
                + $"The button works for {LetterWords.Hours(EmailChange.ReversibleFor)} hours."),
            new Button("Take the change back", site.Page($"/email-change-reversals/{reversalToken}")),
            new Paragraph($"After that, reply to this email or email {site.Help}, and a person will help you."));
    }
}
