using Microsoft.AspNetCore.Identity;
using Sweet.Web.Hosting;

namespace Sweet.Web.Staffing.Passkeys;

internal static class PasskeyRules
{
    /// <summary>The passkeys are the site's, whatever name a request came by; and each has asked for a finger, a face or a PIN.</summary>
    public static void Set(IdentityPasskeyOptions passkeys, SiteOptions site)
    {
        var ours = new Uri(site.BaseUrl);
        passkeys.ServerDomain = ours.Host;
        passkeys.UserVerificationRequirement = "required";
        passkeys.ResidentKeyRequirement = "preferred";
        passkeys.AttestationConveyancePreference = "none";
        passkeys.ValidateOrigin = page => ValueTask.FromResult(
            !page.CrossOrigin && page.Origin == ours.GetLeftPart(UriPartial.Authority));
    }
}
