using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Sweet.Web.Data;

namespace Sweet.Web.Features.Staff.Shared;

/// <summary>Somebody whose password was right, and who has ten minutes for the second step.</summary>
/// <param name="Stamp">Of the account: after a change of password or second step the first step is to be taken again.</param>
/// <param name="Back">Where they wanted to go; only within the site.</param>
public sealed record HalfSignedIn(string StaffId, string Stamp, string? Back)
{
    private const string StampClaim = "stamp";

    private static readonly string Scheme = IdentityConstants.TwoFactorUserIdScheme;

    public static Task Remember(HttpContext context, StaffMember member, string? back)
    {
        var principal = new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, member.Id), new Claim(StampClaim, member.SecurityStamp!)], Scheme));
        return context.SignInAsync(Scheme, principal, new AuthenticationProperties { RedirectUri = back });
    }

    /// <returns>Null if nobody is, or took longer.</returns>
    public static async Task<HalfSignedIn?> Of(HttpContext context)
    {
        var known = await context.AuthenticateAsync(Scheme);
        return known.Principal is { } half
            ? new HalfSignedIn(
                half.FindFirstValue(ClaimTypes.NameIdentifier)!, half.FindFirstValue(StampClaim)!, known.Properties?.RedirectUri)
            : null;
    }

    public static async Task Finish(HttpContext context, ClaimsPrincipal principal)
    {
        await context.SignOutAsync(Scheme);
        await context.SignInAsync(IdentityConstants.ApplicationScheme, principal);
    }
}
