using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Transfers;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Transfers;

namespace Sweet.Web.Features.Staff.RosterTransfers;

/// <summary>What became of each, as the seats say now: the page stays true however often it is opened.</summary>
public sealed class RosterTransferResults(SweetDbContext db)
{
    public async Task<RosterTransferResult?> Find(int cohortId, RosterTransferOutcome outcome, CancellationToken ct)
    {
        var cohorts = await db.Cohorts.AsNoTracking().Where(c => c.Id == cohortId || c.Id == outcome.To)
            .Select(c => new { c.Id, c.Course.Code, c.FirstClassAtUtc, c.TimeZone })
            .ToDictionaryAsync(c => c.Id, c => CohortTitle.Of(c.Code, c.FirstClassAtUtc, c.TimeZone), ct);
        if (!cohorts.TryGetValue(cohortId, out var from)) return null;
        if (!cohorts.TryGetValue(outcome.To, out var to)) return new RosterTransferResult(cohortId, from, outcome.To, "", []);

        var people = await db.Enrollments.AsNoTracking().Where(e => e.CohortId == cohortId && outcome.People.Contains(e.Id))
            .OrderBy(e => e.SearchKey).ThenBy(e => e.Id)
            .Select(e => new
            {
                e.Id,
                e.FirstName,
                e.LastName,
                e.Number,
                Seat = db.Enrollments.Where(m => m.TransferredFromId == e.Id && m.CohortId == outcome.To).OrderByDescending(m => m.Id)
                    .Select(m => new NewSeat(
                        m.Id, m.Number, m.Status, m.ConfirmedAtUtc != null, m.HeldUntilUtc, m.Order.TotalMinor, m.Order.Currency))
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);
        var refused = outcome.Refused.ToDictionary(p => p.Id, p => p.Refusal);
        return new RosterTransferResult(cohortId, from, outcome.To, to, people.ConvertAll(p => new PersonResult(
            p.Id, $"{p.FirstName} {p.LastName}".TrimEnd(), p.Number, p.Seat, refused.TryGetValue(p.Id, out var why) ? why : null)));
    }
}

public sealed record RosterTransferResult(int CohortId, string Cohort, int ToId, string To, IReadOnlyList<PersonResult> People)
{
    public string InWords =>
        $"Moved: {Count(p => p.HasMoved)}. Waiting for payment: {Count(p => p.Waits)}. Not moved: {Count(p => p.Stays)}.";

    private int Count(Func<PersonResult, bool> which) => People.Count(which);
}

/// <param name="WasConfirmed">It was theirs, whatever became of it later.</param>
public sealed record NewSeat(
    int Id, string Number, EnrollmentStatus Status, bool WasConfirmed, DateTime HeldUntilUtc, long DueMinor, string Currency)
{
    public Money Due => new(DueMinor, Currency);
}

public sealed record PersonResult(int Id, string Name, string Number, NewSeat? Seat, TransferRefusal? Refusal)
{
    public bool HasMoved => Seat is { WasConfirmed: true };

    public bool Waits => Seat is { WasConfirmed: false, Status: EnrollmentStatus.Held or EnrollmentStatus.Processing };

    public bool Stays => !HasMoved && !Waits;

    public string Square => HasMoved ? "confirmed" : Waits ? "held" : "ended";

    public string State => HasMoved ? "Moved" : Waits ? "Waits for payment" : "Not moved";

    /// <summary>Why it has not moved.</summary>
    public string Why =>
        Refusal is { } refusal ? refusal.InWords()
        : Seat is not null ? "The new seat ended before it was paid. This one stays as it was."
        : "It failed on our side, and nothing has changed. Choose the person on the roster once more.";
}
