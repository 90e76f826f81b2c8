using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Courses.Planning;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Cohorts.Forms;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Shared.Versions;
using Sweet.Web.Hosting.Kept;

namespace Sweet.Web.Features.Staff.Cohorts.Changes;

/// <summary>Saves what staff typed of a cohort, history and letters with it; or says what stands against it.</summary>
public sealed class UpdateCohort(SweetDbContext db, TellCohort tell, KeptPages kept, LastEditors editors, TimeProvider clock)
{
    public const string TellAll = "all";
    public const string TellNobody = "none";

    public async Task<CohortUpdate> Save(int id, CohortForm form, CohortPlan plan, Actor by, CancellationToken ct)
    {
        if (!await db.Cohorts.AnyAsync(c => c.Id == id, ct)) return new CohortUpdate.NotThere();

        var update = await db.InTransaction(transaction => Save(transaction, id, form, plan, by, ct), ct);
        if (update is CohortUpdate.Saved) kept.Drop(PageTags.Courses);
        return update;
    }

    private async Task<CohortUpdate> Save(
        SweetTransaction transaction, int id, CohortForm form, CohortPlan plan, Actor by, CancellationToken ct)
    {
        await db.LockCohort(id, ct);
        var cohort = await db.Cohorts.Include(c => c.Course).Include(c => c.Meetings.OrderBy(m => m.Number))
            .SingleAsync(c => c.Id == id, ct);
        var before = cohort.AsPlan();
        if (form.Version != cohort.Version) return new CohortUpdate.Overtaken(await Conflict(cohort, before, form, by, ct));
        if (cohort.RefusalFor(plan) is { } reason) return new CohortUpdate.Refused(reason, cohort.SeatsTaken);

        var (changes, told) = (CohortFacts.Between(before, plan), CohortFacts.ToldBetween(before, plan));
        if (changes.Count == 0) return new CohortUpdate.Saved();
        if (told.Count > 0 && form.Tell is not (TellAll or TellNobody) && await Ask(cohort, changes, told, form, ct) is { } page)
            return new CohortUpdate.Asks(page);

        var nowUtc = clock.GetUtcNow().UtcDateTime;
        db.RemoveRange(cohort.Change(plan, changes, by, nowUtc));
        if (told.Count > 0 && form.Tell == TellAll) await Tell(cohort, told, form.Sentence, nowUtc, ct);
        await transaction.SaveAndCommit(ct);
        return new CohortUpdate.Saved();
    }

    private async Task Tell(
        Cohort cohort, IReadOnlyList<FieldChange> told, string? sentence, DateTime nowUtc, CancellationToken ct)
    {
        var lastId = await db.Enrollments.Where(e => e.CohortId == cohort.Id).MaxAsync(e => (int?)e.Id, ct) ?? 0;
        var news = new CohortNews(cohort, CohortFacts.SubjectOf(told), told, sentence, lastId, nowUtc);
        db.Add(news);
        await tell.Next(news, nowUtc, ct);
    }

    /// <returns>Null where nobody has anything of it yet.</returns>
    private async Task<ChangePage?> Ask(
        Cohort cohort, IReadOnlyList<FieldChange> changes, IReadOnlyList<FieldChange> told, CohortForm form,
        CancellationToken ct)
    {
        var live = await db.Enrollments.AsNoTracking().Live().Where(e => e.CohortId == cohort.Id)
            .OrderBy(e => e.LastName).ThenBy(e => e.FirstName)
            .Select(e => new { e.Status, e.FirstName, e.LastName }).ToListAsync(ct);
        var names = live.Where(e => e.Status == EnrollmentStatus.Confirmed).Select(e => $"{e.FirstName} {e.LastName}".TrimEnd()).ToList();
        return cohort.Status == CohortStatus.Draft || names.Count == 0
            ? null
            : new ChangePage(
                cohort.Id, CohortTitle.Of(cohort.Course.Code, cohort.FirstClassAtUtc, cohort.TimeZone),
                CohortFacts.SubjectOf(told), changes, told, names, live.Count - names.Count, form);
    }

    private async Task<ConflictPage> Conflict(Cohort cohort, CohortPlan saved, CohortForm form, Actor by, CancellationToken ct)
    {
        var theirs = saved.ToForm(cohort.Version);
        return new ConflictPage(
            CohortTitle.Of(cohort.Course.Code, cohort.FirstClassAtUtc, cohort.TimeZone), $"/admin/cohorts/{cohort.Id}",
            await editors.OfCohort(cohort.Id, by, ct), cohort.Version, MergedForm.Of(form.Base, form.Fields(), theirs.Fields()))
        {
            Base = theirs.Base!,
        };
    }
}
