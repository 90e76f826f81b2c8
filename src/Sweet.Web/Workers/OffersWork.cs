using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Waitlists;
using Sweet.Web.Data;
using Sweet.Web.Seating;

namespace Sweet.Web.Workers;

/// <summary>Offers free seats to those who wait for them, and ends offers whose time is over.</summary>
/// <remarks>Two instances may do the same cohort: its lock lets one offer the seat, the other finds nothing to do.</remarks>
public sealed partial class OffersWork(
    SweetDbContext db, OfferSeats offerSeats, WorkerTurn turn, TimeProvider clock, ILogger<OffersWork> log) : IWork
{
    public string Name => "offer seats";

    public async Task RunOnce(CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        foreach (var cohortId in await Moving(nowUtc).ToListAsync(ct))
        {
            await turn.Keep(ct);
            try
            {
                await offerSeats.GoOn(cohortId, Actor.Worker(Name), ct);
            }
            catch (Exception exception) when (exception.LetsOthersGoOn())
            {
                Failed(cohortId, exception);
            }
        }
    }

    private IQueryable<int> Moving(DateTime nowUtc)
    {
        var over = db.WaitlistEntries.Where(e => e.Status == WaitlistStatus.Offered && e.OfferEndsAtUtc <= nowUtc).Select(e => e.CohortId);
        var wanted = db.Cohorts.Where(c => c.Waiting > 0).OpenAt(nowUtc).Where(c => c.SeatsTaken < c.Capacity).Select(c => c.Id);
        return over.Union(wanted);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The seats of cohort {CohortId} could not be offered")]
    private partial void Failed(int cohortId, Exception exception);
}
