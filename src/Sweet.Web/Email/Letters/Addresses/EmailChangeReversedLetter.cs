using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Email.Letters.Addresses;

/// <summary>To the address that the enrollment had moved to: its reader may be wronged, or have taken it over. It opens nothing.</summary>
public sealed class EmailChangeReversedLetter(EmailChange change, string lostAddress) : Letter
{
    public override string Fact => $"email change {FactNames.Digest(change.Token)} taken back";

    public override Urgency Urgency => Urgency.Awaited;

    public override DateTime? HappenedAtUtc => JustNow;

    /// <summary>An address is typed over an unpaid seat as often as somebody likes, and taken back by their other one.</summary>
    public override bool AnybodyMayCauseIt => change.Enrollment.ConfirmedAtUtc is null;

    public override Standing Standing => Standing.Always;

    public override Addressee To(LetterSite site) => new(Recipient.Warned, lostAddress);

    public override LetterContent Content(LetterSite site)
    {
        var course = change.Enrollment.Cohort.Course.Title;
        return new LetterContent(
            $"We’re using the earlier address again: {course}",
            $"Someone with access to the address that an enrollment in {course} had before has undone the change to yours.",
            null,
            new Paragraph(
                "Emails about the enrollment go to that address again, and the links sent to this one no longer work."),
            new Paragraph(
                "If the enrollment is yours and the other address is not, "
                + $"reply to this email or email {site.Help}: a person will look into it."));
    }
}
