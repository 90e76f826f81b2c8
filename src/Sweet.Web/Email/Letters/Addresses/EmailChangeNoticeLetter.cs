using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Email.Letters.Addresses;

/// <summary>To the old address, which may be the only one that its owner reads.</summary>
public sealed class EmailChangeNoticeLetter(EmailChange change) : EnrollmentLetter(change.Enrollment)
{
    public override string Fact => $"email change {FactNames.Digest(change.Token)} told to the old address";

    public override Urgency Urgency => Urgency.Awaited;

    public override DateTime? HappenedAtUtc => JustNow;

    /// <summary>Paid for or not: whoever typed the address can press the button again and again.</summary>
    public override bool AnybodyMayCauseIt => !IsProven;

    public override Standing Standing => Standing.Always;

    public override Addressee To(LetterSite site) => new(Recipient.Warned, Enrollment.Email, NameInMail);

    public override LetterContent Content(LetterSite site) => new(
        $"Your address is about to change: {Course}",
        $"Someone, probably you, asked that emails about your enrollment in {Course} go to another address.",
        Enrollment.Number,
        new Paragraph("If it was you, there is nothing to do here: open the link that we emailed to the new address."),
        new Paragraph(
            "If it was not you, someone else has the link to your enrollment page. Replace it now; that also cancels the request, "
            + "as long as the new address has not confirmed it. If it has, another email says so, "
            + "and has a button that takes the change back."),
        new Button("Replace my link", site.LinkReplacementOf(Enrollment)));
}
