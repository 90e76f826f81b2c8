using Sweet.Domain.Staff;

namespace Sweet.Web.Features.Staff.Shared;

/// <summary>Who may reach a page, for <c>[Authorize(Policies.Admin)]</c>.</summary>
public static class Policies
{
    /// <summary>Students, money, cohorts and accounts.</summary>
    public const string Admin = "admin";

    /// <summary>Articles; an admin can do what marketing does.</summary>
    public const string Marketing = "marketing";

    public static void Set(Microsoft.AspNetCore.Authorization.AuthorizationOptions options)
    {
        options.AddPolicy(Admin, policy => policy.RequireRole(StaffRole.Admin));
        options.AddPolicy(Marketing, policy => policy.RequireRole(StaffRole.Admin, StaffRole.Marketing));
    }
}
