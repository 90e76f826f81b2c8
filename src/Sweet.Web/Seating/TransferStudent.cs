using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sweet.Domain;
using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;
using Sweet.Domain.Transfers;
using Sweet.Web.Cases;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Enrollments;
using Sweet.Web.Email.Letters.Transfers;

namespace Sweet.Web.Seating;

/// <summary>Moves a paid seat to another cohort, in one transaction that locks both. Database only.</summary>
public sealed class TransferStudent(SweetDbContext db, Outbox outbox, IOptions<SeatingOptions> options, TimeProvider clock)
{
    /// <param name="seenDueMinor">What was shown as due, below zero for what goes back: another sum is asked about again.</param>
    /// <param name="waivedBecause">Why the difference is not asked for; null: it is.</param>
    public async Task<TransferResult> Transfer(
        int enrollmentId, int toCohortId, long seenDueMinor, string? waivedBecause, Actor by, CancellationToken ct)
    {
        if (await db.FindInCohort(e => e.Id == enrollmentId, ct) is not { } found) return new TransferResult(IsFound: false);

        return await Move(found, toCohortId, new Wish(seenDueMinor, waivedBecause, OfferTo: null), by, ct);
    }

    /// <summary>The same by a student, whom staff have offered the cohort.</summary>
    /// <param name="seenDueMinor">What their button said.</param>
    public async Task<TransferResult> Choose(string token, int toCohortId, long seenDueMinor, CancellationToken ct) =>
        await db.FindInCohort(e => e.LinkToken == token, ct) is { } found
            ? await Move(found, toCohortId, new Wish(seenDueMinor, WaivedBecause: null, token), Actor.Student, ct)
            : new TransferResult(IsFound: false);

    private Task<TransferResult> Move(EnrollmentInCohort found, int toCohortId, Wish wish, Actor by, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                // Two transfers in opposite directions wait for each other in the same order.
                foreach (var cohortId in found.Cohorts.Append(toCohortId).Distinct().Order())
                {
                    if (!await db.LockCohort(db.Cohorts.Where(c => c.Id == cohortId), ct)) return new TransferResult(IsFound: false);
                }

                var from = await db.LockEnrollment(found, ct);
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                if (wish.OfferTo is { } token && !await IsOffered(from, token, toCohortId, nowUtc, ct))
                    return new TransferResult(IsFound: false);

                var to = await db.Cohorts.Include(c => c.Course).Include(c => c.Meetings).SingleAsync(c => c.Id == toCohortId, ct);
                var quote = TransferQuote.For(from.Order, to, from.ClassesCountedAt(nowUtc), nowUtc);
                if (await RefusalFor(from, to, quote, wish.SeenDueMinor, nowUtc, ct) is { } refusal) return new TransferResult(refusal);

                var moved = await Move(from, to, quote, wish.WaivedBecause, by, nowUtc, ct);
                await transaction.SaveAndCommit(ct);
                return new TransferResult
                {
                    MovedTo = moved.Status == EnrollmentStatus.Confirmed ? moved.Id : null,
                    LinkToken = moved.LinkToken,
                };
            },
            ct);

    // Lapsed, taken back or replaced while this waited for the lock; or the link was replaced by its owner.
    private async Task<bool> IsOffered(Enrollment from, string token, int toCohortId, DateTime nowUtc, CancellationToken ct) =>
        from.LinkToken == token
        && await db.TransferOffers.OpenAt(nowUtc).SingleOrDefaultAsync(o => o.EnrollmentId == from.Id, ct) is { } offer
        && offer.CohortIds.Contains(toCohortId);

    /// <summary>
    /// Out of a canceled cohort: every class counts in full, and nobody pays more. Part of the transaction of who calls: both cohorts
    /// are locked, and the save is theirs.
    /// </summary>
    /// <returns>Why it cannot move; null if it has.</returns>
    public async Task<TransferRefusal?> MoveOut(
        Enrollment from, int toCohortId, string because, Actor by, DateTime nowUtc, CancellationToken ct)
    {
        var to = await db.Cohorts.Include(c => c.Course).Include(c => c.Meetings).SingleAsync(c => c.Id == toCohortId, ct);
        var quote = TransferQuote.For(from.Order, to, classesCounted: 0, nowUtc);
        var refusal = await RefusalFor(from, to, quote, quote.Due.Minor - quote.Back.Minor, nowUtc, ct);
        if (refusal is null) await Move(from, to, quote, because, by, nowUtc, ct);
        return refusal;
    }

    private async Task<Enrollment> Move(
        Enrollment from, Cohort to, TransferQuote quote, string? waivedBecause, Actor by, DateTime nowUtc, CancellationToken ct)
    {
        var terms = new TransferTerms(await db.FreeNumber(to.Course.Code, ct), HoldTime(to, nowUtc), waivedBecause);
        var moved = from.Transfer(to, quote, terms, by, nowUtc);
        db.Enrollments.Add(moved);
        await Tell(from, moved, by, nowUtc, ct);
        return moved;
    }

    private async Task<TransferRefusal?> RefusalFor(
        Enrollment from, Cohort to, TransferQuote quote, long seenDueMinor, DateTime nowUtc, CancellationToken ct)
    {
        var successor = await db.Enrollments.Live().FirstOrDefaultAsync(e => e.TransferredFromId == from.Id, ct);
        var live = await db.Enrollments.FindLive(to.Id, from.EmailKey, ct);
        return from.TransferRefusalFor(successor) ?? from.TransferRefusalInto(to, live, nowUtc)
            ?? (quote.Due.Minor - quote.Back.Minor != seenDueMinor ? TransferRefusal.SumChanged : null);
    }

    private async Task Tell(Enrollment from, Enrollment moved, Actor by, DateTime nowUtc, CancellationToken ct)
    {
        if (moved.Status != EnrollmentStatus.Confirmed)
        {
            await outbox.Tell(new TransferAskedLetter(moved, from), nowUtc, ct);
            return;
        }

        await outbox.Tell(new EnrollmentConfirmedLetter(moved), nowUtc, ct);
        await outbox.Tell(new TransferredLetter(from, moved), nowUtc, ct);
        await db.CloseSeatCases(from.Order, CaseReasons.MovedTo(moved.Number), by, nowUtc, ct);
    }

    private TimeSpan HoldTime(Cohort to, DateTime nowUtc)
    {
        var toFirstClass = to.FirstClassAtUtc - nowUtc;
        var time = options.Value.TransferTime < toFirstClass ? options.Value.TransferTime : toFirstClass;
        return time < Enrollment.ShortestAttempt ? Enrollment.ShortestAttempt : time;
    }

    /// <param name="OfferTo">The link of the student who chooses; null where staff do.</param>
    private sealed record Wish(long SeenDueMinor, string? WaivedBecause, string? OfferTo);
}

public sealed record TransferResult(TransferRefusal? Refusal = null, bool IsFound = true)
{
    /// <summary>The enrollment that has the seat now; null while it waits for the difference.</summary>
    public int? MovedTo { get; init; }

    /// <summary>Of the new seat.</summary>
    public string? LinkToken { get; init; }
}
