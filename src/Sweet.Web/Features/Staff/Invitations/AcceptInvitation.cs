using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Staff;
using Sweet.Web.Data;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.Invitations;

/// <summary>Makes the account that an invitation is for. Its second factor comes next, before anything else is reached.</summary>
public sealed class AcceptInvitation(SweetDbContext db, UserManager<StaffMember> staff, TimeProvider clock)
{
    public Task<Invitation?> Find(string token, CancellationToken ct)
    {
        var hash = RetiredLink.HashOf(token);
        return db.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.TokenHash == hash, ct);
    }

    public InvitationRefusal? RefusalFor(Invitation invitation) => invitation.RefusalAt(clock.GetUtcNow().UtcDateTime);

    /// <returns>Null if the invitation was used, revoked or ended meanwhile, or the address has an account.</returns>
    /// <exception cref="InvalidOperationException">The password is refused by <see cref="PasswordRule"/>; ask first.</exception>
    public Task<StaffMember?> Accept(string token, string name, string password, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                var hash = RetiredLink.HashOf(token);
                // Two presses take turns.
                await db.Invitations.Where(i => i.TokenHash == hash).Lock(i => i.TokenHash, ct);
                var invitation = await db.Invitations.SingleOrDefaultAsync(i => i.TokenHash == hash, ct);
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                if (invitation is null || invitation.RefusalAt(nowUtc) is not null) return null;
                if (await staff.FindByEmailAsync(invitation.Email) is not null) return null;

                if (PasswordRule.RefusalFor(password, name, invitation.Email) is { } refusal) throw new InvalidOperationException(refusal);
                invitation.Accept(nowUtc);
                var member = MemberOf(invitation, name, nowUtc);
                await staff.CreateAsync(member, password).Insist();
                await staff.AddToRolesAsync(member, invitation.Roles.Names).Insist();
                await staff.ResetAuthenticatorKeyAsync(member).Insist();
                db.History.Add(StaffHistory.Entry(member.Id, "invited", "account made", Actor.Staff(member.Id), nowUtc));
                await transaction.SaveAndCommit(ct);
                return member;
            },
            ct);

    private static StaffMember MemberOf(Invitation invitation, string name, DateTime nowUtc) => new()
    {
        UserName = invitation.EmailKey,
        Email = invitation.EmailKey,
        EmailConfirmed = true,
        Name = name,
        CreatedAtUtc = nowUtc,
    };
}
