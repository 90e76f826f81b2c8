using Microsoft.AspNetCore.Identity;

namespace Sweet.Web.Data;

/// <summary>Somebody who signs in: admins and marketing.</summary>
public sealed class StaffMember : IdentityUser;
