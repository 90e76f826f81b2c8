using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Settlements;

namespace Sweet.Web.Data;

/// <summary>What makes a webhook take effect once: its id is saved with what it brought about.</summary>
internal static class TakenEvents
{
    /// <summary>Asked before the call to Stripe to spare it, and again after the lock, where it decides.</summary>
    public static async Task<bool> HasTakenIn(this SweetDbContext db, StripeNotice? notice, CancellationToken ct) =>
        notice is not null && await db.StripeEvents.AnyAsync(e => e.EventId == notice.EventId, ct);

    /// <summary>Remembers the notice with the next save.</summary>
    public static void TakeIn(this SweetDbContext db, StripeNotice? notice, string outcome, DateTime nowUtc)
    {
        if (notice is not null) db.StripeEvents.Add(new StripeEvent(notice, outcome, nowUtc));
    }
}
