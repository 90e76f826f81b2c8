using System.Globalization;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;

namespace Sweet.Domain.Waitlists;

/// <summary>
/// Getting in line, offers, and what becomes of them, only after the cohort is locked and read afresh with whom it is about.
/// <see cref="Cohort.SeatsTaken"/> counts outstanding offers, <see cref="Cohort.Waiting"/> those who have none yet: a seat that
/// somebody waits for is nobody else's.
/// </summary>
public static class LineRules
{
    /// <summary>Even shortly before the first class nobody is asked to decide faster.</summary>
    public static readonly TimeSpan ShortestOffer = TimeSpan.FromHours(1);

    /// <summary>The nearer the end of registration, the shorter an offer: so many people can be asked one after the other.</summary>
    private const int AskedBeforeClose = 4;

    /// <summary>Why the address does not get in line now, or null.</summary>
    /// <param name="live">The address's live enrollment in this cohort, read after the lock, or null.</param>
    public static WaitlistRefusal? LineRefusalFor(this Cohort cohort, Enrollment? live, DateTime nowUtc) =>
        cohort.PhaseAt(nowUtc) switch
        {
            CohortPhase.Full => live is null ? null : WaitlistRefusal.AlreadyEnrolled,
            CohortPhase.Open => WaitlistRefusal.SeatsAreFree,
            _ => WaitlistRefusal.NotOpen,
        };

    /// <param name="line">All who are in line, in any order.</param>
    /// <exception cref="InvalidOperationException"><see cref="LineRefusalFor"/> gives a reason, or it is confirmed; ask first.</exception>
    public static void Join(
        this Cohort cohort, WaitlistEntry entry, IReadOnlyCollection<WaitlistEntry> line, Enrollment? live, DateTime nowUtc)
    {
        if (cohort.LineRefusalFor(live, nowUtc) is { } reason) throw new InvalidOperationException($"Not in line: {reason}.");
        if (entry.Status != WaitlistStatus.Unconfirmed) throw new InvalidOperationException($"It is {entry.Status} already.");

        cohort.PutLast(entry, line, nowUtc);
    }

    internal static void PutLast(this Cohort cohort, WaitlistEntry entry, IReadOnlyCollection<WaitlistEntry> line, DateTime nowUtc)
    {
        cohort.Waiting++;
        entry.Join(line.Count == 0 ? 1 : line.Max(e => e.Position) + 1, nowUtc);
    }

    /// <summary>Whether there is a seat that can be offered, and time to take it.</summary>
    public static bool CanOfferAt(this Cohort cohort, DateTime nowUtc) => cohort.SeatsLeft > 0 && cohort.HasLineAt(nowUtc);

    /// <summary>Whether anybody in line can get a seat: registration is open.</summary>
    internal static bool HasLineAt(this Cohort cohort, DateTime nowUtc) => cohort.PhaseAt(nowUtc) is CohortPhase.Full or CohortPhase.Open;

    /// <summary>Why nobody can offer this person a seat by hand, or null.</summary>
    public static WaitlistRefusal? OfferRefusalFor(this Cohort cohort, WaitlistEntry entry, DateTime nowUtc) =>
        entry.Status != WaitlistStatus.Waiting ? WaitlistRefusal.NotWaiting
        : !cohort.CanOfferAt(nowUtc) ? WaitlistRefusal.NoSeat
        : null;

    /// <summary>Whoever gets the next free seat: the first who waits.</summary>
    public static WaitlistEntry? NextInLine(this IEnumerable<WaitlistEntry> line) =>
        line.Where(e => e.Status == WaitlistStatus.Waiting).OrderBy(e => e.Position).FirstOrDefault();

    /// <summary>Until when an offer made now can be taken.</summary>
    /// <param name="length">How long it is where there is time.</param>
    public static DateTime OfferEndsAt(this Cohort cohort, TimeSpan length, DateTime nowUtc)
    {
        var left = cohort.RegistrationClosesAtUtc - nowUtc;
        var share = left / AskedBeforeClose;
        var time = share < length ? share : length;
        if (time < ShortestOffer) time = ShortestOffer < length ? ShortestOffer : length;
        return nowUtc + (time < left ? time : left);
    }

    /// <exception cref="InvalidOperationException"><see cref="CanOfferAt"/> says no, or the person does not wait; ask first.</exception>
    public static void Offer(this Cohort cohort, WaitlistEntry entry, TimeSpan length, Actor by, DateTime nowUtc, string? reason = null)
    {
        if (!cohort.CanOfferAt(nowUtc)) throw new InvalidOperationException("There is no seat to offer; ask first.");
        if (entry.Status != WaitlistStatus.Waiting) throw new InvalidOperationException($"Nothing is offered to who is {entry.Status}.");

        cohort.SeatsTaken++;
        cohort.Waiting--;
        entry.Offer(cohort.OfferEndsAt(length, nowUtc), by, nowUtc, reason);
    }

    /// <returns>Whether its time was over and its seat became free. May be repeated.</returns>
    public static bool LapseIfDue(this Cohort cohort, WaitlistEntry entry, Actor by, DateTime nowUtc)
    {
        if (entry.Status != WaitlistStatus.Offered || nowUtc < entry.OfferEndsAtUtc) return false;

        cohort.SeatsTaken--;
        entry.End(WaitlistStatus.Lapsed, by, nowUtc);
        return true;
    }

    /// <summary>Gives a place in line or an offer up. May be repeated.</summary>
    /// <returns>Whether it was in line until now.</returns>
    public static bool Leave(this Cohort cohort, WaitlistEntry entry, Actor by, DateTime nowUtc, string? reason = null)
    {
        if (entry.Status == WaitlistStatus.Offered) cohort.SeatsTaken--;
        else if (entry.Status == WaitlistStatus.Waiting) cohort.Waiting--;
        else if (entry.Status != WaitlistStatus.Unconfirmed) return false;

        entry.End(WaitlistStatus.Left, by, nowUtc, reason);
        return true;
    }

    /// <summary>Why the offered seat cannot become an enrollment now, or null.</summary>
    public static EnrollmentRefusal? TakingRefusalFor(this Cohort cohort, WaitlistEntry entry, Enrollment? live, DateTime nowUtc) =>
        !entry.IsOfferedAt(nowUtc) ? EnrollmentRefusal.OfferOver
        : cohort.PhaseAt(nowUtc) is not (CohortPhase.Full or CohortPhase.Open) ? EnrollmentRefusal.NotOpen
        : live is not null ? EnrollmentRefusal.AlreadyEnrolled
        : null;

    /// <summary>The seat that was offered becomes one that is held: nothing is taken and nothing freed.</summary>
    /// <exception cref="InvalidOperationException"><see cref="TakingRefusalFor"/> gives a reason; ask first.</exception>
    public static Enrollment HoldOffered(
        this Cohort cohort, WaitlistEntry entry, Registration registration, Enrollment? live, TimeSpan holdTime, DateTime nowUtc)
    {
        if (cohort.TakingRefusalFor(entry, live, nowUtc) is { } reason) throw new InvalidOperationException($"No seat: {reason}.");

        entry.End(WaitlistStatus.Accepted, Actor.Student, nowUtc);
        return new Enrollment(cohort, registration, nowUtc + holdTime, nowUtc);
    }

    /// <summary>Puts somebody who waits at another place among those who wait; the others keep their order.</summary>
    /// <param name="place">1 is the next to get a seat; beyond the end is the end.</param>
    /// <returns>Where they stood.</returns>
    /// <exception cref="InvalidOperationException">The person does not wait.</exception>
    public static int Move(
        this IEnumerable<WaitlistEntry> line, WaitlistEntry entry, int place, Actor by, DateTime nowUtc, string reason)
    {
        var waiting = line.Where(e => e.Status == WaitlistStatus.Waiting).OrderBy(e => e.Position).ToList();
        var from = waiting.IndexOf(entry) + 1;
        if (from == 0) throw new InvalidOperationException("Only who waits is moved.");

        var to = Math.Clamp(place, 1, waiting.Count);
        if (to == from) return from;

        var positions = waiting.ConvertAll(e => e.Position);
        waiting.Remove(entry);
        waiting.Insert(to - 1, entry);
        foreach (var (other, position) in waiting.Zip(positions)) other.Position = position;
        entry.Record(Words(from), Words(to), by, nowUtc, reason);
        return from;
    }

    private static string Words(int place) => place.ToString(CultureInfo.InvariantCulture);
}
