using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sweet.Domain;
using Sweet.Domain.Waitlists;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Waitlists;
using Sweet.Web.Features.Students.Enrollments;
using Sweet.Web.Seating;

namespace Sweet.Web.Features.Students.WaitlistEntries;

/// <summary>What the buttons of somebody's own page do. Each may be pressed twice.</summary>
public sealed class KeepPlace(
    SweetDbContext db, OfferSeats offerSeats, Outbox outbox, IOptions<EnrollmentOptions> options, TimeProvider clock)
{
    /// <summary>Confirms the address: from now on it is in line.</summary>
    /// <returns>Why it is not, or null.</returns>
    public Task<WaitlistRefusal?> Join(string token, CancellationToken ct) =>
        Change<WaitlistRefusal?>(
            token,
            async (line, entry) =>
            {
                if (entry.Status != WaitlistStatus.Unconfirmed) return null;

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                var live = await db.Enrollments.FindLive(line.Cohort.Id, entry.EmailKey, ct);
                if (line.Cohort.LineRefusalFor(live, nowUtc) is { } refusal) return refusal;

                line.Cohort.Join(entry, line.Entries, live, nowUtc);
                await outbox.Tell(new WaitlistJoinedLetter(entry, line.Cohort), nowUtc, ct);
                return null;
            },
            ct);

    /// <summary>Leaves the line, or passes an offered seat on: the next in line is offered it in the same moment.</summary>
    public Task<bool> Leave(string token, CancellationToken ct) =>
        Change(
            token,
            async (line, entry) =>
            {
                if (!line.Cohort.Leave(entry, Actor.Student, clock.GetUtcNow().UtcDateTime)) return false;

                await offerSeats.GoOn(line, Actor.Student, ct);
                return true;
            },
            ct);

    /// <summary>Gives whoever takes the seat the time that the form needs.</summary>
    public Task<bool> TakeUp(string token, CancellationToken ct) =>
        Change(
            token,
            (_, entry) =>
            {
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                entry.TakeUp(options.Value.HoldTime, nowUtc);
                return Task.FromResult(entry.IsOfferedAt(nowUtc));
            },
            ct);

    private async Task<T?> Change<T>(string token, Func<LockedLine, WaitlistEntry, Task<T>> change, CancellationToken ct)
    {
        var cohortId = await db.WaitlistEntries.Where(e => e.Token == token).Select(e => (int?)e.CohortId).SingleOrDefaultAsync(ct);
        if (cohortId is null) return default;

        return await db.InTransaction(
            async transaction =>
            {
                var line = await db.LockLine(cohortId.Value, ct);
                var entry = await db.WaitlistEntries.SingleAsync(e => e.Token == token, ct);
                var result = await change(line, entry);
                await transaction.SaveAndCommit(ct);
                return result;
            },
            ct);
    }
}
