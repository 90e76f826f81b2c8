using Microsoft.AspNetCore.Identity;
using Sweet.Web.Data;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.SignIns;

/// <summary>The first step. What is wrong is never said: nobody learns which addresses have an account, or that one is locked.</summary>
public sealed class CheckPassword(SweetDbContext db, UserManager<StaffMember> staff, TimeProvider clock)
{
    private static readonly StaffMember Nobody = new();
    private static readonly string PasswordOfNobody = new PasswordHasher<StaffMember>().HashPassword(Nobody, Guid.NewGuid().ToString());

    /// <returns>Who it is; null if not both are right, or the account is disabled or locked.</returns>
    public Task<StaffMember?> Check(string email, string password, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                var name = staff.NormalizeEmail(email);
                // Whoever tries many at once takes turns: each try is counted.
                await db.Users.Where(m => m.NormalizedEmail == name).Lock(m => m.SecurityStamp, ct);
                var member = await staff.FindByEmailAsync(email);
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                if (member?.MayTryAt(nowUtc) is not true) return TakeAsLong(password);

                var isRight = await staff.CheckPasswordAsync(member, password);
                if (!isRight) member.CountFailure(nowUtc);
                else if (!member.TwoFactorEnabled && await staff.GetAuthenticatorKeyAsync(member) is null)
                    await staff.ResetAuthenticatorKeyAsync(member).Insist();
                await transaction.SaveAndCommit(ct);
                return isRight ? member : null;
            },
            ct);

    private StaffMember? TakeAsLong(string password)
    {
        staff.PasswordHasher.VerifyHashedPassword(Nobody, PasswordOfNobody, password);
        return null;
    }
}
