using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Waitlists;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Enrollments;
using Sweet.Web.Email.Letters.Refunds;
using Sweet.Web.Email.Letters.Waitlists;

namespace Sweet.Web.Seating;

/// <summary>
/// Ends offers whose time is over, sends back money that waits for nothing any more, and offers each free seat to whoever is first in
/// line; whoever has paid already gets it.
/// </summary>
/// <remarks>
/// Between a seat that comes free and its offer nobody takes it: <see cref="Cohort.Waiting"/> keeps it from walk-ins.
/// </remarks>
public sealed class OfferSeats(SweetDbContext db, Outbox outbox, IOptions<SeatingOptions> options, TimeProvider clock)
{
    public Task GoOn(int cohortId, Actor by, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                await GoOn(await db.LockLine(cohortId, ct), by, ct);
                await transaction.SaveAndCommit(ct);
            },
            ct);

    /// <summary>As part of a transaction that has locked the line, and commits.</summary>
    public async Task GoOn(LockedLine line, Actor by, CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        List<WaitlistEntry> missed = [.. line.Entries.Where(e => line.Cohort.LapseIfDue(e, by, nowUtc))];
        foreach (var entry in await SeatedBy(line, ct)) line.Cohort.Leave(entry, by, nowUtc, "Has a seat by now.");

        foreach (var entry in line.Entries.Where(e => e.IsPaid && !line.Cohort.IsPaidAt(e, nowUtc)))
            await SendMoneyBack(entry, by, nowUtc, ct);

        // An offer was open when its late payment came.
        foreach (var entry in line.Entries.Where(e => e is { IsPaid: true, Status: WaitlistStatus.Offered }))
            await Give(line, entry, by, nowUtc, reason: null, ct);

        while (line.Cohort.CanOfferAt(nowUtc) && line.Entries.NextInLine() is { } next)
            await Give(line, next, by, nowUtc, reason: null, ct);

        // Only now it is known where the seats went.
        foreach (var entry in missed) await outbox.Tell(new OfferMissedLetter(entry, line.Cohort, SeatOf(line.Cohort, nowUtc)), nowUtc, ct);
    }

    private static MissedSeat SeatOf(Cohort cohort, DateTime nowUtc) => cohort.PhaseAt(nowUtc) switch
    {
        CohortPhase.Full => MissedSeat.ToTheNext,
        CohortPhase.Open => MissedSeat.OpenToAll,
        _ => MissedSeat.NoLongerOffered,
    };

    /// <summary>To whom staff choose, out of turn.</summary>
    /// <exception cref="InvalidOperationException">There is no seat, or the person does not wait; ask first.</exception>
    public Task OfferTo(LockedLine line, WaitlistEntry entry, string reason, Actor by, CancellationToken ct) =>
        Give(line, entry, by, clock.GetUtcNow().UtcDateTime, reason, ct);

    /// <summary>Whoever has paid has the seat at once; to all others it is offered.</summary>
    private async Task Give(LockedLine line, WaitlistEntry entry, Actor by, DateTime nowUtc, string? reason, CancellationToken ct)
    {
        if (line.Cohort.IsPaidAt(entry, nowUtc))
        {
            await outbox.Tell(new EnrollmentConfirmedLetter(line.Cohort.SeatPaid(entry, by, nowUtc, reason)), nowUtc, ct);
            return;
        }

        line.Cohort.Offer(entry, options.Value.OfferTime, by, nowUtc, reason);
        await outbox.Tell(new SeatOfferedLetter(entry, line.Cohort, nowUtc), nowUtc, ct);
    }

    private async Task SendMoneyBack(WaitlistEntry entry, Actor by, DateTime nowUtc, CancellationToken ct)
    {
        var late = entry.PaidBy!;
        if (entry.SendMoneyBack(by, nowUtc) is { } refund) await outbox.Tell(new RefundedLetter(late, refund), nowUtc, ct);
    }

    // Whoever has found a seat in another way waits for none.
    private async Task<IEnumerable<WaitlistEntry>> SeatedBy(LockedLine line, CancellationToken ct)
    {
        var cohortId = line.Cohort.Id;
        var seated = await db.WaitlistEntries
            .Where(e => e.CohortId == cohortId && (e.Status == WaitlistStatus.Waiting || e.Status == WaitlistStatus.Offered))
            .Where(e => db.Enrollments.Live().Any(live => live.CohortId == cohortId && live.EmailKey == e.EmailKey))
            .Select(e => e.Id).ToListAsync(ct);
        return line.Entries.Where(e => e.IsInLine && seated.Contains(e.Id));
    }
}
