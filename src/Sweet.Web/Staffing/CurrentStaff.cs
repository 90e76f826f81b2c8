using System.Globalization;
using System.Security.Claims;
using Sweet.Domain;

namespace Sweet.Web.Staffing;

/// <summary>Who has sent the request at hand. Only behind a policy: there always is somebody.</summary>
public static class CurrentStaff
{
    internal const string SessionClaim = "session-id";

    public static string StaffId(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier)!;

    public static int StaffSessionId(this ClaimsPrincipal user) =>
        int.Parse(user.FindFirstValue(SessionClaim)!, CultureInfo.InvariantCulture);

    public static Actor AsActor(this ClaimsPrincipal user) => Actor.Staff(user.StaffId());
}
