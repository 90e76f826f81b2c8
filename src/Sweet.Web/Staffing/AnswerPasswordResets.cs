using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Staff;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Staff;

namespace Sweet.Web.Staffing;

/// <summary>Emails a link to those who have an account in use; what else was asked for is forgotten.</summary>
public sealed class AnswerPasswordResets(SweetDbContext db, Outbox outbox, TimeProvider clock)
{
    private const int Batch = 50;

    public async Task<IReadOnlyList<int>> Waiting(CancellationToken ct) =>
        await db.PasswordResets.Where(r => r.StaffId == null).OrderBy(r => r.Id).Select(r => r.Id).Take(Batch).ToListAsync(ct);

    public Task Answer(int resetId, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                // Two instances take turns; the second finds it answered.
                await db.PasswordResets.Where(r => r.Id == resetId).Lock(r => r.EmailKey, ct);
                var reset = await db.PasswordResets.SingleOrDefaultAsync(r => r.Id == resetId, ct);
                if (reset is not { StaffId: null }) return;

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                var name = reset.EmailKey.ToUpperInvariant();
                var member = await db.Users.SingleOrDefaultAsync(m => m.NormalizedEmail == name && m.DisabledAtUtc == null, ct);
                if (member is null || await IsTooOften(member, nowUtc, ct)) db.PasswordResets.Remove(reset);
                else await SendLink(member, reset, nowUtc, ct);
                await transaction.SaveAndCommit(ct);
            },
            ct);

    private async Task<bool> IsTooOften(StaffMember member, DateTime nowUtc, CancellationToken ct)
    {
        var since = nowUtc - PasswordReset.Lifetime;
        return await db.PasswordResets.CountAsync(r => r.StaffId == member.Id && r.AskedAtUtc > since, ct) >= PasswordReset.MostAnHour;
    }

    // The newest link is the one that works.
    private async Task SendLink(StaffMember member, PasswordReset reset, DateTime nowUtc, CancellationToken ct)
    {
        foreach (var earlier in await db.PasswordResets.Where(r => r.StaffId == member.Id && r.UsedAtUtc == null).ToListAsync(ct))
            earlier.End(nowUtc);
        var token = RandomText.Token();
        reset.Answer(member.Id, token, nowUtc);
        await outbox.Tell(new PasswordResetLetter(member.Email!, token), nowUtc, ct);
    }
}
