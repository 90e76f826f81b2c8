using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Messages;
using Sweet.Web.Data;
using Sweet.Web.Data.Leases;

namespace Sweet.Web.Email.Delivery;

/// <summary>Gives a worker one message at a time to itself, on however many instances it runs.</summary>
public sealed class OutboxClaims(
    SweetDbContext db, ReturnedMail returnedMail, OutboxPause pause, SeenLeases seen, TimeProvider clock)
{
    /// <summary>Longer than any attempt takes; a worker that died keeps its message no longer than this.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Claims the most urgent message that is due; null if there is none, or while there is a pause.</summary>
    public async Task<Message?> Next(CancellationToken ct)
    {
        List<int> claimedByOthers = [];
        while (true)
        {
            var nowUtc = clock.GetUtcNow().UtcDateTime;
            if (nowUtc < pause.UntilUtc) return null;

            var due = await db.Messages.DueAt(nowUtc).Where(m => !claimedByOthers.Contains(m.Id)).MostUrgentFirst()
                .Select(m => new { m.Id, m.Fence, m.LeasedUntilUtc }).FirstOrDefaultAsync(ct);
            if (due is null) return null;
            if (due.LeasedUntilUtc is not null && !seen.HasLapsed(LeaseOf(due.Id), due.Fence, due.LeasedUntilUtc, Lease))
                claimedByOthers.Add(due.Id);
            else if (await Claim(due.Id, due.Fence, nowUtc, ct) is { } claimed) return claimed;
        }
    }

    public void RestUntil(DateTime utc) => pause.RestUntil(utc);

    /// <summary>Saves what came of a claimed message.</summary>
    /// <returns>Its state now, or null if another worker has taken it over and nothing was saved.</returns>
    public async Task<MessageStatus?> Settle(Message claimed, Action<Message> transition)
    {
        try
        {
            // Not to be cancelled: SendGrid has the email already, and what is not saved is sent again.
            return await db.InTransaction<MessageStatus?>(
                async transaction =>
                {
                    // Takes turns at the row with what SendGrid reports of it.
                    await db.Messages.Where(m => m.Id == claimed.Id).Lock(m => m.Reference, CancellationToken.None);
                    var message = await db.Messages.SingleOrDefaultAsync(m => m.Id == claimed.Id && m.Fence == claimed.Fence);
                    if (message is { Status: MessageStatus.Delivered or MessageStatus.Bounced or MessageStatus.Dropped })
                        return message.Status;
                    if (message is not { Status: MessageStatus.Queued }) return null;

                    transition(message);
                    if (message.Status == MessageStatus.Failed)
                        await returnedMail.Report(message, clock.GetUtcNow().UtcDateTime, CancellationToken.None);
                    await transaction.SaveAndCommit(CancellationToken.None);
                    return message.Status;
                },
                CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The fence was raised between our read and our save.
            return null;
        }
    }

    private static string LeaseOf(int messageId) => $"message {messageId}";

    /// <param name="fence">As it was seen: whoever claims the message in between raises it.</param>
    private async Task<Message?> Claim(int id, long fence, DateTime nowUtc, CancellationToken ct)
    {
        var claimed = await TryClaim(id, fence, nowUtc, ct);
        if (claimed is not null) seen.Note(LeaseOf(id), claimed.Fence, claimed.LeasedUntilUtc);
        return claimed;
    }

    private Task<Message?> TryClaim(int id, long fence, DateTime nowUtc, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                var rows = await db.Messages.DueAt(nowUtc).Where(m => m.Id == id && m.Fence == fence).ExecuteUpdateAsync(
                    set => set
                        .SetProperty(m => m.LeasedUntilUtc, nowUtc + Lease)
                        .SetProperty(m => m.Fence, m => m.Fence + 1)
                        .SetProperty(m => m.Attempts, m => m.Attempts + 1),
                    ct);
                var claimed = rows == 0 ? null : await db.Messages.AsNoTracking().SingleAsync(m => m.Id == id, ct);
                await transaction.SaveAndCommit(ct);
                return claimed;
            },
            ct);
}
