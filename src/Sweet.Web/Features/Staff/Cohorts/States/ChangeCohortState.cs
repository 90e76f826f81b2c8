using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting.Kept;

namespace Sweet.Web.Features.Staff.Cohorts.States;

/// <summary>Opens, closes and completes a cohort. Pressed twice it is done once.</summary>
public sealed class ChangeCohortState(SweetDbContext db, KeptPages kept, TimeProvider clock)
{
    public Task<StateAnswer> Open(int id, Actor by, CancellationToken ct) => Change(id, CohortStatus.Open, (cohort, nowUtc) =>
    {
        if (!cohort.CanOpen()) return new StateAnswer.Refused("It has ended, and is not opened again.");

        var gaps = cohort.OpeningGaps(nowUtc);
        if (gaps.Count > 0) return new StateAnswer.Refused($"It is not open yet. {GapWords.Of(gaps)}");

        cohort.Open(by, nowUtc);
        return new StateAnswer.Done();
    }, ct);

    public Task<StateAnswer> Close(int id, Actor by, CancellationToken ct) => Change(id, CohortStatus.Closed, (cohort, nowUtc) =>
    {
        if (cohort.Status != CohortStatus.Open) return new StateAnswer.Refused("Only an open registration can be closed.");

        cohort.Close(by, nowUtc);
        return new StateAnswer.Done();
    }, ct);

    public Task<StateAnswer> Complete(int id, Actor by, CancellationToken ct) => Change(id, CohortStatus.Completed, (cohort, nowUtc) =>
    {
        if (!cohort.CanCompleteAt(nowUtc)) return new StateAnswer.Refused("It can be completed once its last class has ended.");

        cohort.Complete(by, nowUtc);
        return new StateAnswer.Done();
    }, ct);

    private async Task<StateAnswer> Change(int id, CohortStatus to, Func<Cohort, DateTime, StateAnswer> change, CancellationToken ct)
    {
        var answer = await db.InTransaction<StateAnswer>(
            async transaction =>
            {
                if (!await db.LockCohort(db.Cohorts.Where(c => c.Id == id), ct)) return new StateAnswer.NotThere();

                var cohort = await db.Cohorts.Include(c => c.Course).Include(c => c.Meetings).SingleAsync(c => c.Id == id, ct);
                if (cohort.Status == to) return new StateAnswer.Done();

                var answer = change(cohort, clock.GetUtcNow().UtcDateTime);
                if (answer is StateAnswer.Done) await transaction.SaveAndCommit(ct);
                return answer;
            },
            ct);
        if (answer is StateAnswer.Done) kept.Drop(PageTags.Courses);
        return answer;
    }
}

public abstract record StateAnswer
{
    public sealed record Done : StateAnswer;

    public sealed record NotThere : StateAnswer;

    public sealed record Refused(string Why) : StateAnswer;
}
