using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Email.Letters.Addresses;

/// <summary>To the new address: it may be a stranger's, so it says nothing of the student, and opens nothing of theirs.</summary>
public sealed class EmailChangeAskedLetter(EmailChange change) : Letter
{
    public override string Fact => $"email change {FactNames.Digest(change.Token)} asked";

    public override Urgency Urgency => Urgency.Awaited;

    public override DateTime? HappenedAtUtc => JustNow;

    public override bool AnybodyMayCauseIt => true;

    public override Standing Standing => Standing.WhileChangeIsOpen(change);

    public override Enrollment Enrollment => change.Enrollment;

    public override Addressee To(LetterSite site) => new(Recipient.Asker, change.Email);

    public override LetterContent Content(LetterSite site)
    {
        var course = Enrollment.Cohort.Course.Title;
        return new LetterContent(
            $"Please confirm this address: {course}",
            $"Please confirm that emails about an enrollment in {course} may come to this address.",
            Enrollment.Number,
            new Button("Look at it and confirm", site.Page($"/email-changes/{change.Token}")),
            new Paragraph($"The link is good for {LetterWords.Hours(EmailChange.Life)} hours. Until you confirm, nothing changes."),
            new Paragraph("Didn’t ask for this? Then someone mistyped an address, and you don’t need to do anything."));
    }
}
