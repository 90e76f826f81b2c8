using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Reconciliation;
using Sweet.Domain.Settlements;
using Sweet.Web.Data;
using Sweet.Web.Payments;
using Sweet.Web.Restoring;
using Sweet.Web.Settling;

namespace Sweet.Web.Reconciling;

/// <summary>
/// Holds that an older copy brought back, and whose time is over or whose page has ended at Stripe: they end before anything
/// else is compared, else a seat that was sold since would be refused to its buyer. While the site is open the worker
/// "end holds" sees to it.
/// </summary>
public sealed class RestoredHolds(
    SweetDbContext db, EndOfRestoration endOfRestoration, StripeListings listings, EndHold endHold, TimeProvider clock)
{
    private const int Size = 20;

    /// <summary>Stands as cursor between our rows and Stripe's list.</summary>
    private const string Listed = "listed";

    /// <summary>First by the pages that the copy knows, then by those that were opened after it was made.</summary>
    public async Task<Batch> Next(ReconciliationRun run, Actor by, CancellationToken ct) =>
        !await endOfRestoration.IsAwaited(ct) ? new Batch([], Cursor: null, Calls: 0)
        : run.Cursor is null || char.IsAsciiDigit(run.Cursor[0]) ? await Known(run.Cursor, by, ct)
        : await Unknown(run.SinceUtc, run.Cursor == Listed ? null : run.Cursor, by, ct);

    /// <param name="cursor">The id of the last enrollment that was dealt with.</param>
    private async Task<Batch> Known(string? cursor, Actor by, CancellationToken ct)
    {
        var holds = await After(cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture), ct);
        // Nobody at Stripe has to agree to the end of these.
        foreach (var hold in holds.Where(h => h is { SessionId: null, IsOver: true })) await endHold.EndIfDue(hold.Id, by, ct);
        return new Batch(
            [.. holds.Where(h => h.SessionId is not null).Select(hold => new Unsettled(hold.SessionId!, token => End(hold, by, token)))],
            holds.Count < Size ? Listed : holds[^1].Id.ToString(CultureInfo.InvariantCulture),
            Calls: 0);
    }

    /// <param name="after">The last session that was dealt with.</param>
    private async Task<Batch> Unknown(DateTime sinceUtc, string? after, Actor by, CancellationToken ct)
    {
        var page = await listings.Sessions(sinceUtc, after, ct);
        // The newest first: an enrollment may have had several.
        var ended = page.Objects.Where(s => s.Number is not null).DistinctBy(s => s.Number, StringComparer.Ordinal)
            .Where(s => s.State == SessionState.Expired).ToDictionary(s => s.Number!, s => s.Id, StringComparer.Ordinal);
        List<string> numbers = [.. ended.Keys];
        List<string> ids = [.. ended.Values];
        var holds = await db.Enrollments
            .Where(e => e.Status == EnrollmentStatus.Held && numbers.Contains(e.Number))
            .Where(e => !e.Order.Checkouts.Any(c => c.Status == CheckoutStatus.Open || ids.Contains(c.SessionId!)))
            .Select(e => new { e.Id, e.Number }).ToListAsync(ct);
        return new Batch([.. holds.Select(hold => Gone(hold.Id, ended[hold.Number]))], page.Cursor, Calls: 1);

        Unsettled Gone(int enrollmentId, string sessionId) =>
            new(sessionId, token => endHold.EndAsAtStripe(enrollmentId, sessionId, by, token));
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
