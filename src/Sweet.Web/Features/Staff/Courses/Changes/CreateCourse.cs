using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses.Planning;
using Sweet.Web.Data;

namespace Sweet.Web.Features.Staff.Courses.Changes;

/// <summary>A new course is a draft: nobody sees it until it is published. Sent twice the form makes one.</summary>
public sealed class CreateCourse(SweetDbContext db, TimeProvider clock)
{
    public Task<CourseCreation> For(NewCourse typed, CancellationToken ct) =>
        db.InTransaction<CourseCreation>(
            async transaction =>
            {
                var (code, plan, by) = typed;
                // Of two who make the same at once the unique index lets one save.
                var same = await db.Courses.AsNoTracking().SingleOrDefaultAsync(c => c.Code == code, ct);
                if (same is not null && same.Slug == plan.Slug && same.Title == plan.Title) return new CourseCreation.Made(same.Id);
                if (same is not null) return new CourseCreation.CodeTaken();
                if (await IsTaken(plan.Slug, ct)) return new CourseCreation.SlugTaken();

                var course = plan.ToDraft(code, by, clock.GetUtcNow().UtcDateTime);
                db.Courses.Add(course);
                await transaction.SaveAndCommit(ct);
                return new CourseCreation.Made(course.Id);
            },
            ct);

    private async Task<bool> IsTaken(string slug, CancellationToken ct) =>
        await db.Courses.AnyAsync(c => c.Slug == slug, ct) || await db.Set<FormerSlug>().AnyAsync(f => f.Slug == slug, ct);
}

public abstract record CourseCreation
{
    public sealed record Made(int Id) : CourseCreation;

    public sealed record CodeTaken : CourseCreation;

    public sealed record SlugTaken : CourseCreation;
}
