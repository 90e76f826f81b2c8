using Sweet.Domain.Messages;
using Sweet.Domain.Staff;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Email.Letters.Staff;

/// <summary>Tells a staff member that something about signing in has changed, so that a theft is noticed.</summary>
/// <param name="email">The address of the account.</param>
public sealed class StaffAccountLetter(string email, StaffAccountNews news, string staffId, DateTime nowUtc) : Letter
{
    /// <summary>That the account has now; told where they were changed.</summary>
    public StaffRoles Roles { get; init; }

    public override string Fact => $"account {staffId} {news} {FactNames.Moment(nowUtc)}";

    public override Urgency Urgency => Urgency.Awaited;

    public override DateTime? HappenedAtUtc => JustNow;

    public override Standing Standing => Standing.Always;

    public override Addressee To(LetterSite site) => new(Recipient.Warned, email);

    public override LetterContent Content(LetterSite site) => new(
        $"{Subject}: your staff account at SWEET Institute",
        $"{Subject}.",
        null,
        new Paragraph(Next),
        new Paragraph("If it wasn’t you, and no one you work with knows about it, email us at once: someone may have your password."),
        new Link("Sign in", site.Page("/staff/sign-in")));

    private string Subject => news switch
    {
        StaffAccountNews.PasswordChanged => "Your password was changed",
        StaffAccountNews.PasswordReset => "A new password was chosen by an emailed link",
        StaffAccountNews.AuthenticatorChanged => "Another authenticator app was connected",
        StaffAccountNews.PasskeyAdded => "A passkey was added to your account",
        StaffAccountNews.PasskeyRemoved => "A passkey was removed from your account",
        StaffAccountNews.AddressChangeAsked => "Another address was asked for",
        StaffAccountNews.AddressChanged => "Your account has another address now",
        StaffAccountNews.SecondStepReset => "Your second step of signing in was reset",
        StaffAccountNews.Disabled => "Your account was disabled",
        StaffAccountNews.RolesChanged => "Your roles were changed",
        _ => throw new ArgumentOutOfRangeException(nameof(news), news, null),
    };

    private string RolesInWords => Roles switch
    {
        (true, true) => "You now have the roles admin and marketing.",
        (true, false) => "You now have the role admin.",
        (false, true) => "You now have the role marketing.",
        _ => "You now have no role.",
    };

    private string Next => news switch
    {
        StaffAccountNews.PasswordChanged => "Wherever else you were signed in, you were signed out.",
        StaffAccountNews.PasswordReset =>
            "You were signed out everywhere. Your app and your passkeys work as before; your profile shows them, in case one isn’t yours.",
        StaffAccountNews.AuthenticatorChanged =>
            "The app and the recovery codes that you had before no longer work. Wherever else you were signed in, you were signed out.",
        StaffAccountNews.PasskeyAdded => "It signs you in without a password. Wherever else you were signed in, you were signed out.",
        StaffAccountNews.PasskeyRemoved => "It can no longer be used to sign in. Wherever else you were signed in, you were signed out.",
        StaffAccountNews.AddressChangeAsked => "A link was emailed to it. Until it is confirmed there, this address stays in use.",
        StaffAccountNews.AddressChanged =>
            "You were signed out everywhere. Sign in with the new address; nothing more is emailed to this one.",
        StaffAccountNews.SecondStepReset => "Sign in with your password, and set up an authenticator app or a passkey again.",
        StaffAccountNews.Disabled => "You were signed out, and cannot sign in until an admin enables your account.",
        StaffAccountNews.RolesChanged => $"{RolesInWords} You were signed out; sign in again to continue.",
        _ => throw new ArgumentOutOfRangeException(nameof(news), news, null),
    };
}

public enum StaffAccountNews
{
    PasswordChanged,
    PasswordReset,
    AuthenticatorChanged,
    PasskeyAdded,
    PasskeyRemoved,
    AddressChangeAsked,
    AddressChanged,
    SecondStepReset,
    Disabled,
    RolesChanged,
}
