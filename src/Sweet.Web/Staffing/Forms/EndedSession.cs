using System.Security.Claims;

namespace Sweet.Web.Staffing.Forms;

/// <summary>Who sends this request with the cookie of a session that was theirs and has ended. It opens nothing.</summary>
internal sealed record EndedSession(ClaimsPrincipal Principal);
