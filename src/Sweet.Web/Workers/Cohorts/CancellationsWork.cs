using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses.Cancelling;
using Sweet.Web.Data;
using Sweet.Web.Payments;
using Sweet.Web.Settling;

namespace Sweet.Web.Workers.Cohorts;

/// <summary>Ends the seats of canceled cohorts, one after the other: each person is refunded and told.</summary>
public sealed partial class CancellationsWork(
    SweetDbContext db, EndCancelledSeat endSeat, WorkerTurn turn, TimeProvider clock, ILogger<CancellationsWork> log) : IWork
{
    private const int Batch = 200;

    public string Name => "cancel cohorts";

    public async Task RunOnce(CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var due = await db.Set<CancelledSeat>().Where(s => s.DoneAtUtc == null && s.NextAttemptAtUtc <= nowUtc)
            .OrderBy(s => s.NextAttemptAtUtc).ThenBy(s => s.Id).Select(s => s.Id).Take(Batch).ToListAsync(ct);
        foreach (var seatId in due)
        {
            await turn.Keep(ct);
            await Try(seatId, ct);
        }
    }

    private async Task Try(int seatId, CancellationToken ct)
    {
        try
        {
            await endSeat.End(seatId, Actor.Worker(Name), ct);
        }
        catch (StripeUnavailableException)
        {
            await endSeat.Postpone(seatId, "Stripe does not answer. It is asked again by itself.", ct);
        }
        catch (Exception exception) when (exception.LetsOthersGoOn())
        {
            Failed(seatId, exception);
            await endSeat.Postpone(seatId, "It failed, and is tried again by itself. The log of the site says why.", ct);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The seat {SeatId} of a canceled cohort could not be ended")]
    private partial void Failed(int seatId, Exception exception);
}
