using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Courses;

namespace Sweet.Web.Workers;

/// <summary>Tells those who asked, and confirmed it, that registration has opened: once, then their address is forgotten.</summary>
public sealed partial class AnnouncementsWork(
    SweetDbContext db, Outbox outbox, WorkerTurn turn, TimeProvider clock, ILogger<AnnouncementsWork> log) : IWork
{
    private const int Batch = 50;

    public string Name => "announce cohorts";

    public async Task RunOnce(CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        foreach (var cohort in await Announceable(nowUtc, ct))
        {
            var openedAtUtc = await OpenedAt(cohort, ct);
            var interests = await db.CourseInterests
                .Where(i => i.CourseId == cohort.CourseId && i.ConfirmedAtUtc != null && i.AskedAtUtc < openedAtUtc)
                .OrderBy(i => i.Id).Select(i => i.Id).Take(Batch).ToListAsync(ct);
            foreach (var interestId in interests)
            {
                await turn.Keep(ct);
                await Try(interestId, cohort.Id, openedAtUtc, ct);
            }
        }
    }

    // Of several that open at once the first to begin is told; the page shows them all.
    private Task<List<Cohort>> Announceable(DateTime nowUtc, CancellationToken ct)
    {
        var published = db.Courses.PublishedAt(nowUtc).Select(c => c.Id);
        return db.Cohorts.AsNoTracking().OpenAt(nowUtc)
            .Where(c => c.SeatsTaken + c.Waiting < c.Capacity && published.Contains(c.CourseId)).ToListAsync(ct);
    }

    /// <summary>One that was open when somebody asked for the next is not the next.</summary>
    private async Task<DateTime> OpenedAt(Cohort cohort, CancellationToken ct)
    {
        var openedAtUtc = await db.History
            .Where(h => h.CohortId == cohort.Id && h.Subject == nameof(Cohort) && h.To == nameof(CohortStatus.Open))
            .MaxAsync(h => (DateTime?)h.AtUtc, ct);
        return openedAtUtc > cohort.RegistrationOpensAtUtc ? openedAtUtc.Value : cohort.RegistrationOpensAtUtc;
    }

    private async Task Try(int interestId, int cohortId, DateTime openedAtUtc, CancellationToken ct)
    {
        try
        {
            await Tell(interestId, cohortId, openedAtUtc, ct);
        }
        catch (Exception exception) when (exception.LetsOthersGoOn())
        {
            Failed(interestId, cohortId, exception);
        }
    }

    private Task Tell(int interestId, int cohortId, DateTime openedAtUtc, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                var interest = await db.CourseInterests.AsNoTracking().SingleOrDefaultAsync(i => i.Id == interestId, ct);
                // Taken away or told meanwhile: whoever deletes it has the last word.
                if (interest is null || await db.CourseInterests.Where(i => i.Id == interestId).ExecuteDeleteAsync(ct) == 0) return;

                var cohort = await db.Cohorts.AsNoTracking().Include(c => c.Course).SingleAsync(c => c.Id == cohortId, ct);
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                await outbox.Tell(new CohortOpenedLetter(interest, cohort, openedAtUtc, nowUtc), nowUtc, ct);
                await transaction.SaveAndCommit(ct);
            },
            ct);

    [LoggerMessage(Level = LogLevel.Error, Message = "Interest {InterestId} could not be told of cohort {CohortId}")]
    private partial void Failed(int interestId, int cohortId, Exception exception);
}
