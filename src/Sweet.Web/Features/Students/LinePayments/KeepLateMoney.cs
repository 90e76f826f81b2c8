using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Waitlists;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Waitlists;
using Sweet.Web.Seating;

namespace Sweet.Web.Features.Students.LinePayments;

/// <summary>
/// What the payer of late money chooses: to wait in line with it, or to have it back. Database only; each press is one transaction,
/// and may be repeated.
/// </summary>
public sealed class KeepLateMoney(SweetDbContext db, OfferSeats offerSeats, Outbox outbox, TimeProvider clock)
{
    /// <summary>The payment stays, at the end of the line; a seat that is free by now is theirs in the same moment.</summary>
    /// <returns>Why it does not, or null.</returns>
    public Task<WaitlistRefusal?> Wait(string token, CancellationToken ct) =>
        db.InTransaction<WaitlistRefusal?>(
            async transaction =>
            {
                if (await db.LockByLink(token, ct) is not { } late) return WaitlistRefusal.ChoiceOver;
                if (late.Order.WaitingPayment() is not null || late.IsLive) return null;

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                var line = await db.LockLine(late.CohortId, ct);
                var live = await db.Enrollments.FindOtherLive(late, late.EmailKey, ct);
                if (late.WaitingRefusalFor(live, nowUtc) is { } refusal) return refusal;

                // An offer whose time is over ends first: this address may have had it.
                await offerSeats.GoOn(line, Actor.Student, ct);
                var entry = await PlaceOf(late, nowUtc, ct);
                late.WaitPaid(entry, line.Entries, live, nowUtc);
                if (!line.Entries.Contains(entry)) line = line with { Entries = [.. line.Entries, entry] };
                await offerSeats.GoOn(line, Actor.Student, ct);
                if (entry.IsPaid) await outbox.Tell(new WaitlistJoinedLetter(entry, line.Cohort), nowUtc, ct);
                await transaction.SaveAndCommit(ct);
                return null;
            },
            ct);

    /// <summary>Before the choice the refund is sent at once; whoever waits already leaves the line, and is refunded by that.</summary>
    /// <returns>False if the link opens nothing.</returns>
    public Task<bool> SendBack(string token, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                if (await db.LockByLink(token, ct) is not { } late) return false;

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                late.Order.ChoiceAt(nowUtc)?.SendNow(nowUtc);
                var line = await db.LockLine(late.CohortId, ct);
                if (line.Entries.FirstOrDefault(e => e.PaidById == late.Id) is { } entry)
                {
                    line.Cohort.Leave(entry, Actor.Student, nowUtc);
                    await offerSeats.GoOn(line, Actor.Student, ct);
                }

                await transaction.SaveAndCommit(ct);
                return true;
            },
            ct);

    // One place an address: the one that it has, or has asked for, or a new one.
    private async Task<WaitlistEntry> PlaceOf(Enrollment late, DateTime nowUtc, CancellationToken ct)
    {
        var places = await db.WaitlistEntries.Where(e => e.CohortId == late.CohortId && e.EmailKey == late.EmailKey).ToListAsync(ct);
        if (places.Find(e => e.IsInLine || e.Status == WaitlistStatus.Unconfirmed) is { } place) return place;

        var entry = new WaitlistEntry(late, nowUtc);
        db.WaitlistEntries.Add(entry);
        return entry;
    }
}
