using Sweet.Web.Staffing.Passkeys;

namespace Sweet.Web.Features.Staff.Shared.Passkeys;

/// <summary>A form that a script shows where the browser has passkeys, and fills with the answer of one.</summary>
/// <param name="Does">What the script asks the browser for: "get" or "create".</param>
public sealed record PasskeyPart(PasskeyOffer Offer, string Does, string Address, string Button)
{
    /// <summary>Only within the site.</summary>
    public string? Back { get; private init; }

    public static PasskeyPart SignIn(PasskeyOffer offer, string? back) =>
        new(offer, "get", "/staff/sign-in/passkey", "Sign in with a passkey") { Back = back };

    public static PasskeyPart First(PasskeyOffer offer) => new(offer, "create", "/staff/sign-in/first-passkey", "Use a passkey");
}
