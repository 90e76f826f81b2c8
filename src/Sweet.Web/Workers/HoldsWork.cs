using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;
using Sweet.Web.Payments;
using Sweet.Web.Settling;

namespace Sweet.Web.Workers;

/// <summary>Ends holds whose time is over.</summary>
/// <remarks>Two instances may do the same hold: the cohort's lock lets one release the seat, the other finds nothing to do.</remarks>
public sealed partial class HoldsWork(
    SweetDbContext db, EndHold endHold, WorkerTurn turn, TimeProvider clock, ILogger<HoldsWork> log) : IWork
{
    private const int Batch = 200;

    public string Name => "end holds";

    public async Task RunOnce(CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var due = await db.Enrollments.HoldsEndedAt(nowUtc).OrderBy(e => e.HeldUntilUtc).Select(e => e.Id).Take(Batch).ToListAsync(ct);
        var silences = new Silences();
        foreach (var enrollmentId in due)
        {
            await turn.Keep(ct);
            try
            {
                if (await endHold.EndIfDue(enrollmentId, Actor.Worker(Name), ct)) HoldEnded(enrollmentId);
                silences.Count(isAnswered: true);
            }
            catch (StripeUnavailableException exception)
            {
                // The seat stays until Stripe agrees; the next round asks again.
                StripeSilent(enrollmentId, exception.Message);
                silences.Count(isAnswered: false);
                if (silences.AreMany) return;
            }
            catch (Exception exception) when (exception.LetsOthersGoOn())
            {
                Failed(enrollmentId, exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The hold of enrollment {EnrollmentId} ended")]
    private partial void HoldEnded(int enrollmentId);

    [LoggerMessage(Level = LogLevel.Error, Message = "The hold of enrollment {EnrollmentId} could not be ended")]
    private partial void Failed(int enrollmentId, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The hold of enrollment {EnrollmentId} cannot end yet: {Reason}")]
    private partial void StripeSilent(int enrollmentId, string reason);
}
