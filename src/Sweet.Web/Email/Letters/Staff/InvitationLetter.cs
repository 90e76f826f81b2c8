using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Domain.Staff;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Email.Letters.Staff;

/// <param name="token">Opens the page on which the account is made.</param>
public sealed class InvitationLetter(EmailAddress email, string token) : Letter
{
    public override string Fact => $"invitation {FactNames.Digest(token)}";

    public override Urgency Urgency => Urgency.Awaited;

    public override DateTime? HappenedAtUtc => JustNow;

    public override Standing Standing => Standing.Always;

    public override Addressee To(LetterSite site) => new(Recipient.Asker, email.Text);

    public override LetterContent Content(LetterSite site) => new(
        "Your staff account at SWEET Institute",
        "You have been invited to work on the site of SWEET Institute.",
        null,
        new Button("Set up your account", site.InvitationOf(token)),
        new Paragraph($"The link works once, and for {Invitation.Lifetime.Days} days. You will choose a password and set up an "
            + "authenticator app or a passkey, so have your phone with you."),
        new Paragraph("Didn’t expect this? You don’t need to do anything: no account is made unless you open the link."));
}
