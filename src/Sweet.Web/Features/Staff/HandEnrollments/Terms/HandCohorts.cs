using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.ByHand;
using Sweet.Domain.Courses;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared;

namespace Sweet.Web.Features.Staff.HandEnrollments.Terms;

/// <summary>The cohort in which somebody is enrolled by hand, read fresh.</summary>
public sealed class HandCohorts(SweetDbContext db, TimeProvider clock)
{
    public async Task<HandCohort?> Find(int id, CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var found = await db.Cohorts.AsNoTracking().Where(c => c.Id == id)
            .Select(c => new
            {
                Cohort = c,
                c.Course.Code,
                Classes = c.Meetings.Count,
                Begun = c.Meetings.Count(m => m.StartsAtUtc <= nowUtc),
                Over = c.Meetings.Count(m => m.EndsAtUtc <= nowUtc),
            })
            .SingleOrDefaultAsync(ct);
        return found is not { Cohort: var cohort } ? null : new HandCohort(
            id, CohortTitle.Of(found.Code, cohort.FirstClassAtUtc, cohort.TimeZone), cohort.PriceAt(nowUtc), cohort.SeatsOpen, nowUtc)
        {
            Capacity = cohort.Capacity,
            Waiting = cohort.Waiting,
            TimeZone = cohort.TimeZone,
            Phase = cohort.PhaseAt(nowUtc),
            IsTaken = cohort.TakesByHandAt(nowUtc),
            Classes = found.Classes,
            Begun = found.Begun,
            Over = found.Over,
        };
    }
}

/// <param name="Free">Seats that nobody holds, was offered or waits for.</param>
public sealed record HandCohort(int Id, string Title, Money Price, int Free, DateTime ReadAtUtc)
{
    public required int Capacity { get; init; }

    public required int Waiting { get; init; }

    public required string TimeZone { get; init; }

    public required CohortPhase Phase { get; init; }

    /// <summary>Whether staff enroll anybody in it at all.</summary>
    public required bool IsTaken { get; init; }

    public required int Classes { get; init; }

    public required int Begun { get; init; }

    /// <summary>Nobody who comes now pays for them.</summary>
    public required int Over { get; init; }

    public string Seats =>
        (Free == 1 ? "1 seat is free" : $"{Free} seats are free") + (Waiting > 0 ? $", beyond those for {Waiting} on the waitlist" : "");
}
