using Microsoft.AspNetCore.Identity;
using Sweet.Web.Data;

namespace Sweet.Web.Staffing;

/// <summary>Who changes how an account is signed in to says its password again: somebody may sit at a browser that was left open.</summary>
internal static class PasswordAgain
{
    public const string NotYours = "This is not your password";

    /// <summary>Wrong guesses count as they do when signing in: save afterwards, whatever the answer.</summary>
    public static async Task<bool> Knows(this UserManager<StaffMember> staff, StaffMember member, string password, DateTime nowUtc)
    {
        if (member.MayTryAt(nowUtc) && await staff.CheckPasswordAsync(member, password)) return true;

        member.CountFailure(nowUtc);
        return false;
    }
}
