using Microsoft.AspNetCore.Identity;
using Sweet.Web.Data;

namespace Sweet.Web.Staffing.Passkeys;

internal static class AppKeys
{
    /// <summary>Whether an authenticator app is connected: an account whose second step is a passkey alone has no key of one.</summary>
    public static async Task<bool> HasApp(this UserManager<StaffMember> staff, StaffMember member) =>
        member.TwoFactorEnabled && await staff.GetAuthenticatorKeyAsync(member) is not null;

    // Where Identity keeps the key; it has no call that takes it away.
    public static Task ForgetApp(this UserManager<StaffMember> staff, StaffMember member) =>
        staff.RemoveAuthenticationTokenAsync(member, "[AspNetUserStore]", "AuthenticatorKey").Insist();
}
