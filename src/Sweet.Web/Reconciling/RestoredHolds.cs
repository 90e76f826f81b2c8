using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Web.Data;
using Sweet.Web.Restoring;
using Sweet.Web.Settling;

namespace Sweet.Web.Reconciling;

/// <summary>
/// Holds that an older copy brought back, and whose time is over or whose page has ended at Stripe: they end before anything
/// else is compared, else a seat that was sold since would be refused to its buyer. While the site is open the worker
/// "end holds" sees to it.
/// </summary>
public sealed class RestoredHolds(SweetDbContext db, EndOfRestoration endOfRestoration, EndHold endHold, TimeProvider clock)
{
    private const int Size = 20;

    /// <param name="cursor">The id of the last enrollment that was dealt with.</param>
    public async Task<Batch> Next(string? cursor, Actor by, CancellationToken ct)
    {
        var after = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
        var holds = await endOfRestoration.IsAwaited(ct) ? await After(after, ct) : [];
        // Nobody at Stripe has to agree to the end of these.
        foreach (var hold in holds.Where(h => h is { SessionId: null, IsOver: true })) await endHold.EndIfDue(hold.Id, by, ct);
        return new Batch(
            [.. holds.Where(h => h.SessionId is not null).Select(hold => new Unsettled(hold.SessionId!, token => End(hold, by, token)))],
            holds.Count < Size ? null : holds[^1].Id.ToString(CultureInfo.InvariantCulture),
            Calls: 0);
    }

    private Task<bool> End(Hold hold, Actor by, CancellationToken ct) =>
        hold.IsOver ? endHold.EndIfDue(hold.Id, by, ct) : endHold.EndIfEndedAtStripe(hold.Id, by, ct);

    private Task<List<Hold>> After(int after, CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        return db.Enrollments.Where(e => e.Status == EnrollmentStatus.Held && e.Id > after).OrderBy(e => e.Id).Take(Size)
            .Select(e => new Hold(
                e.Id,
                e.HeldUntilUtc <= nowUtc,
                e.Order.Checkouts.Where(c => c.Status == CheckoutStatus.Open).Select(c => c.SessionId).FirstOrDefault()))
            .ToListAsync(ct);
    }

    private sealed record Hold(int Id, bool IsOver, string? SessionId);
}
