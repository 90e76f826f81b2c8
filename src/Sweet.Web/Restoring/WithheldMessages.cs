using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Messages;
using Sweet.Web.Data;

namespace Sweet.Web.Restoring;

/// <summary>Messages that a restore of an older copy has withheld, because they may have left before.</summary>
public sealed class WithheldMessages(SweetDbContext db, MessageTruth truth)
{
    /// <summary>Lets those leave that are still true, with the caller's save; the others keep why they stay.</summary>
    public async Task Release(DateTime nowUtc, CancellationToken ct)
    {
        var withheld = await db.Messages.Where(m => m.WithheldWhy == WithheldReason.MayHaveLeft).ToListAsync(ct);
        foreach (var message in withheld)
        {
            if (await truth.WhyUntrue(message, nowUtc, ct) is { } why) message.Stay(why);
            else message.Release(nowUtc);
        }
    }

    /// <summary>What stays, and why.</summary>
    public Task<List<MessageThatStays>> Staying(CancellationToken ct) =>
        db.Messages.AsNoTracking()
            .Where(m => m.WithheldWhy == WithheldReason.MayHaveLeft && m.Failure != null)
            .OrderBy(m => m.Id)
            .Select(m => new MessageThatStays(
                m.Id, m.Kind, db.Enrollments.Where(e => e.Id == m.EnrollmentId).Select(e => e.Number).FirstOrDefault(), m.Failure!))
            .ToListAsync(ct);
}

/// <param name="Number">The enrollment that it is about, or null.</param>
/// <param name="Why">Without a name or an address.</param>
public sealed record MessageThatStays(int MessageId, string Kind, string? Number, string Why);
