using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Courses.Planning;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Courses.Forms;
using Sweet.Web.Features.Staff.Shared.Versions;
using Sweet.Web.Hosting.Kept;

namespace Sweet.Web.Features.Staff.Courses.Changes;

/// <summary>Saves what staff typed of a course with its history; an address that it leaves leads to the new one.</summary>
public sealed class UpdateCourse(SweetDbContext db, KeptPages kept, LastEditors editors, TimeProvider clock)
{
    public async Task<CourseUpdate> Save(int id, CourseForm form, CoursePlan plan, Actor by, CancellationToken ct)
    {
        var update = await db.InTransaction(transaction => Save(transaction, id, form, plan, by, ct), ct);
        if (update is CourseUpdate.Saved) Drop();
        return update;
    }

    /// <returns>Whether there is such a course. May be repeated.</returns>
    public async Task<bool> Publish(int id, Actor by, CancellationToken ct)
    {
        var isThere = await db.InTransaction(
            async transaction =>
            {
                if (await db.Courses.Where(c => c.Id == id).Lock(c => c.Code, ct) == 0) return false;

                var course = await db.Courses.SingleAsync(c => c.Id == id, ct);
                course.Publish(by, clock.GetUtcNow().UtcDateTime);
                await transaction.SaveAndCommit(ct);
                return true;
            },
            ct);
        Drop();
        return isThere;
    }

    private async Task<CourseUpdate> Save(
        SweetTransaction transaction, int id, CourseForm form, CoursePlan plan, Actor by, CancellationToken ct)
    {
        if (await db.Courses.Where(c => c.Id == id).Lock(c => c.Code, ct) == 0) return new CourseUpdate.NotThere();

        var course = await db.Courses.Include(c => c.Weeks).Include(c => c.Questions).Include(c => c.Approvals)
            .Include(c => c.Teachers).AsSplitQuery()
            .SingleAsync(c => c.Id == id, ct);
        var before = course.AsPlan();
        if (form.Version != course.Version) return new CourseUpdate.Overtaken(await Conflict(course, before, form, by, ct));

        var changes = CourseFacts.Between(before, plan);
        if (changes.Count == 0) return new CourseUpdate.Saved();
        if (plan.Slug != before.Slug && await IsTaken(plan.Slug, id, ct)) return new CourseUpdate.SlugTaken();

        var nowUtc = clock.GetUtcNow().UtcDateTime;
        if (plan.Slug != before.Slug) await Leave(course, plan.Slug, nowUtc, ct);
        db.RemoveRange(course.Change(plan, changes, by, nowUtc));
        await transaction.SaveAndCommit(ct);
        return new CourseUpdate.Saved();
    }

    // Of another course's former address a link would lead astray.
    private async Task<bool> IsTaken(string slug, int id, CancellationToken ct) =>
        await db.Courses.AnyAsync(c => c.Slug == slug && c.Id != id, ct)
        || await db.Set<FormerSlug>().AnyAsync(f => f.Slug == slug && f.CourseId != id, ct);

    private async Task Leave(Course course, string next, DateTime nowUtc, CancellationToken ct)
    {
        await db.Set<FormerSlug>().Where(f => f.Slug == next || f.Slug == course.Slug).ExecuteDeleteAsync(ct);
        db.Add(new FormerSlug(course, course.Slug, nowUtc));
    }

    private async Task<ConflictPage> Conflict(Course course, CoursePlan saved, CourseForm form, Actor by, CancellationToken ct)
    {
        var theirs = saved.ToForm(course.Version);
        return new ConflictPage(
            course.Title, $"/admin/courses/{course.Id}", await editors.OfCourse(course.Id, by, ct), course.Version,
            MergedForm.Of(form.Base, form.Fields(), theirs.Fields()))
        {
            Base = theirs.Base!,
        };
    }

    private void Drop()
    {
        kept.Drop(PageTags.Courses);
        kept.Drop(PageTags.Articles);
    }
}

public abstract record CourseUpdate
{
    public sealed record Saved : CourseUpdate;

    public sealed record NotThere : CourseUpdate;

    public sealed record SlugTaken : CourseUpdate;

    public sealed record Overtaken(ConflictPage Page) : CourseUpdate;
}
