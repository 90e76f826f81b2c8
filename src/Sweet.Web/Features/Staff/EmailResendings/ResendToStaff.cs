using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Messages;
using Sweet.Web.Data;
using Sweet.Web.Email.Letters;

namespace Sweet.Web.Features.Staff.EmailResendings;

/// <summary>Sends an email that did not reach staff once more: a new row of the outbox, the old one stays as it is.</summary>
public sealed class ResendToStaff(SweetDbContext db, TimeProvider clock)
{
    private static readonly TimeSpan OnceIn = TimeSpan.FromMinutes(10);

    /// <returns>Why not; null if it is on its way, or there is no such email.</returns>
    public Task<StaffResendingRefusal?> Send(int id, Actor by, CancellationToken ct) =>
        db.InTransaction<StaffResendingRefusal?>(
            async transaction =>
            {
                await db.Messages.Where(m => m.Id == id).Lock(m => m.Kind, ct);
                if (await db.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct) is not { } message) return null;

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                var fact = $"message {id} again {FactNames.Window(nowUtc, OnceIn)}";
                if (await db.Messages.AnyAsync(m => m.Fact == fact, ct)) return StaffResendingRefusal.SentJustNow;
                if (message.StaffResendingRefusal() is { } refusal) return refusal;

                var (again, history) = message.SendAgain(fact, by, nowUtc);
                db.Messages.Add(again);
                db.History.Add(history);
                await transaction.SaveAndCommit(ct);
                return null;
            },
            ct);
}
