using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses.Planning;
using Sweet.Web.Data;
using Sweet.Web.Email;

namespace Sweet.Web.Workers.Cohorts;

/// <summary>Goes on telling the students of a large cohort of a change.</summary>
public sealed class CohortNewsWork(SweetDbContext db, TellCohort tell, WorkerTurn turn, TimeProvider clock) : IWork
{
    public string Name => "tell cohorts";

    public async Task RunOnce(CancellationToken ct)
    {
        var open = await db.Set<CohortNews>().Where(n => n.DoneAtUtc == null).OrderBy(n => n.Id)
            .Select(n => new { n.Id, n.CohortId }).ToListAsync(ct);
        foreach (var news in open)
        {
            do await turn.Keep(ct);
            while (!await TellSome(news.Id, news.CohortId, ct));
        }
    }

    /// <returns>Whether all have been told.</returns>
    private Task<bool> TellSome(int newsId, int cohortId, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                await db.LockCohort(cohortId, ct);
                var news = await db.Set<CohortNews>().SingleAsync(n => n.Id == newsId, ct);
                await tell.Next(news, clock.GetUtcNow().UtcDateTime, ct);
                await transaction.SaveAndCommit(ct);
                return news.DoneAtUtc is not null;
            },
            ct);
}
