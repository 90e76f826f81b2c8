using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Waitlists;
using Sweet.Web.Data;
using Sweet.Web.Seating;

namespace Sweet.Web.Features.Staff.Waitlists;

/// <summary>What staff change of a line, each with a reason that stays.</summary>
public sealed class ChangeLine(SweetDbContext db, OfferSeats offerSeats, TimeProvider clock)
{
    /// <param name="place">Among those who wait; 1 is next.</param>
    public Task<LineResult> Move(int entryId, int place, string reason, Actor by, CancellationToken ct) =>
        Change(
            entryId,
            (line, entry) =>
            {
                if (entry.Status != WaitlistStatus.Waiting) return Task.FromResult<WaitlistRefusal?>(WaitlistRefusal.NotWaiting);

                line.Entries.Move(entry, place, by, clock.GetUtcNow().UtcDateTime, reason);
                return Task.FromResult<WaitlistRefusal?>(null);
            },
            ct);

    /// <summary>Out of turn. A second press finds the offer made, or the seat given to who has paid.</summary>
    public Task<LineResult> Offer(int entryId, string reason, Actor by, CancellationToken ct) =>
        Change(
            entryId,
            async (line, entry) =>
            {
                if (entry.Status is WaitlistStatus.Offered or WaitlistStatus.Accepted) return null;
                if (line.Cohort.OfferRefusalFor(entry, clock.GetUtcNow().UtcDateTime) is { } refusal) return refusal;

                await offerSeats.OfferTo(line, entry, reason, by, ct);
                return null;
            },
            ct);

    /// <summary>Takes somebody out of the line; an offered seat goes to the next in the same moment.</summary>
    public Task<LineResult> Remove(int entryId, string reason, Actor by, CancellationToken ct) =>
        Change(
            entryId,
            async (line, entry) =>
            {
                if (line.Cohort.Leave(entry, by, clock.GetUtcNow().UtcDateTime, reason)) await offerSeats.GoOn(line, by, ct);
                return null;
            },
            ct);

    private async Task<LineResult> Change(
        int entryId, Func<LockedLine, WaitlistEntry, Task<WaitlistRefusal?>> change, CancellationToken ct)
    {
        var cohortId = await db.WaitlistEntries.Where(e => e.Id == entryId).Select(e => (int?)e.CohortId).SingleOrDefaultAsync(ct);
        if (cohortId is null) return new LineResult(CohortId: null, Refusal: null);

        return await db.InTransaction(
            async transaction =>
            {
                var line = await db.LockLine(cohortId.Value, ct);
                var entry = await db.WaitlistEntries.SingleAsync(e => e.Id == entryId, ct);
                var refusal = await change(line, entry);
                await transaction.SaveAndCommit(ct);
                return new LineResult(cohortId, refusal);
            },
            ct);
    }
}

/// <param name="CohortId">Null if there is no such place in line.</param>
public sealed record LineResult(int? CohortId, WaitlistRefusal? Refusal);
