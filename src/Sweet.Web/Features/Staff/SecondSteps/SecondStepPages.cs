using Microsoft.AspNetCore.Identity;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Shared.Passkeys;
using Sweet.Web.Staffing.Passkeys;

namespace Sweet.Web.Features.Staff.SecondSteps;

/// <summary>Which second steps the person has.</summary>
public sealed class SecondStepPages(UserManager<StaffMember> staff, PasskeyChecks checks)
{
    public async Task<SecondStepPage> For(HalfSignedIn half, SecondStepForm form, HttpContext context)
    {
        if (await staff.FindByIdAsync(half.StaffId) is not { } member) return new SecondStepPage(form, HasApp: true, Passkey: null);

        var passkey = (await staff.GetPasskeysAsync(member)).Count > 0
            ? PasskeyPart.SignIn(await checks.OfferSignIn(member, context), half.Back)
            : null;
        return new SecondStepPage(form, await staff.HasApp(member), passkey);
    }
}

/// <param name="Passkey">Null for somebody without one.</param>
public sealed record SecondStepPage(SecondStepForm Form, bool HasApp, PasskeyPart? Passkey);
