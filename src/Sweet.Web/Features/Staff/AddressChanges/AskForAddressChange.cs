using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Staff;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Staff;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.AddressChanges;

/// <summary>Emails a link to the new address and a notice to the old one. Changes nothing else.</summary>
public sealed class AskForAddressChange(SweetDbContext db, UserManager<StaffMember> staff, Outbox outbox, TimeProvider clock)
{
    /// <returns>The field that is wrong, and why; null once the link is on its way.</returns>
    public Task<(string Field, string Why)?> Ask(string staffId, EmailAddress email, string password, CancellationToken ct) =>
        db.InTransaction<(string Field, string Why)?>(
            async transaction =>
            {
                await db.Users.Where(m => m.Id == staffId).Lock(m => m.SecurityStamp, ct);
                var member = await db.Users.SingleAsync(m => m.Id == staffId, ct);
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                if (!await staff.Knows(member, password, nowUtc))
                {
                    await transaction.SaveAndCommit(ct);
                    return (nameof(AddressChangeForm.Current), PasswordAgain.NotYours);
                }

                var name = email.Key.ToUpperInvariant();
                if (await db.Users.AnyAsync(m => m.NormalizedEmail == name, ct))
                    return (nameof(AddressChangeForm.Email), "This address has an account already");

                member.ForgetFailures();
                await Send(member, email, nowUtc, ct);
                await transaction.SaveAndCommit(ct);
                return null;
            },
            ct);

    // The newest link is the one that works.
    private async Task Send(StaffMember member, EmailAddress email, DateTime nowUtc, CancellationToken ct)
    {
        foreach (var earlier in await db.AddressChanges.Where(c => c.StaffId == member.Id && c.MadeAtUtc == null).ToListAsync(ct))
            earlier.End(nowUtc);
        var token = RandomText.Token();
        db.AddressChanges.Add(new AddressChange(member.Id, email, token, nowUtc));
        var asked = $"{email.Text} asked for";
        db.History.Add(StaffHistory.Entry(member.Id, member.Email, asked, Actor.Staff(member.Id), nowUtc));
        await outbox.Tell(new AddressChangeLetter(email.Text, token), nowUtc, ct);
        await outbox.Tell(new StaffAccountLetter(member.Email!, StaffAccountNews.AddressChangeAsked, member.Id, nowUtc), nowUtc, ct);
    }
}
