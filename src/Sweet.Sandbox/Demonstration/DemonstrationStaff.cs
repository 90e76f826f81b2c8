using Microsoft.AspNetCore.Identity;
using Sweet.Domain;
using Sweet.Domain.Staff;
using Sweet.Web.Data;
using Sweet.Web.Staffing;

namespace Sweet.Sandbox.Demonstration;

/// <summary>The two accounts that anyone comes in as. They have no password: by the sign-in form nobody gets in as one of them.</summary>
internal static class DemonstrationStaff
{
    public static void AddTo(SweetDbContext db, DateTime nowUtc)
    {
        Add(db, "Riley Sample", DemonstrationAccount.Admin, StaffRole.Admin, nowUtc);
        Add(db, "Morgan Sample", DemonstrationAccount.Marketing, StaffRole.Marketing, nowUtc);
    }

    private static void Add(SweetDbContext db, string name, string email, string role, DateTime nowUtc)
    {
        var member = new StaffMember
        {
            Name = name,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            TwoFactorEnabled = true,
            LockoutEnabled = true,
            CreatedAtUtc = nowUtc,
        };
        db.Users.Add(member);
        db.UserRoles.Add(new IdentityUserRole<string> { UserId = member.Id, RoleId = role });
        db.History.Add(StaffHistory.Entry(member.Id, from: null, $"account made, {role}", Actor.Staff("command line"), nowUtc));
    }
}
