using Sweet.Domain.Messages;
using Sweet.Domain.Staff;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Email.Letters.Staff;

/// <param name="email">The address of the account.</param>
/// <param name="token">Opens the page on which a new password is chosen.</param>
public sealed class PasswordResetLetter(string email, string token) : Letter
{
    public override string Fact => $"password reset {FactNames.Digest(token)}";

    public override Urgency Urgency => Urgency.Awaited;

    public override DateTime? HappenedAtUtc => JustNow;

    public override Standing Standing => Standing.Always;

    public override Addressee To(LetterSite site) => new(Recipient.Asker, email);

    public override LetterContent Content(LetterSite site) => new(
        "Choose a new password: your staff account at SWEET Institute",
        "You asked for a new password.",
        null,
        new Button("Choose a new password", site.PasswordResetOf(token)),
        new Paragraph($"The link works once, and for {PasswordReset.Lifetime.TotalMinutes:0} minutes. Your second step of signing in "
            + "stays as it is: have your authenticator app with you."),
        new Paragraph("Didn’t ask for it? You don’t need to do anything: your password stays as it is."));
}
