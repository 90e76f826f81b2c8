using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses.Planning;
using Sweet.Web.Data;
using Sweet.Web.Features.Public.Courses;

namespace Sweet.Web.Features.Staff.Courses;

/// <summary>The public page of a course as it is typed: the same page, of a course that nobody saves.</summary>
public sealed class PreviewCourse(SweetDbContext db, CourseReading reading, TimeProvider clock)
{
    /// <returns>Null if there is no such course.</returns>
    public async Task<CoursePage?> Of(int id, CoursePlan plan, CancellationToken ct)
    {
        var course = await db.Courses.AsNoTracking()
            .Include(c => c.Weeks).Include(c => c.Questions).Include(c => c.Approvals)
            .Include(c => c.Teachers).Include(c => c.Testimonials).AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == id, ct);
        if (course is null) return null;

        course.Follow(plan, clock.GetUtcNow().UtcDateTime);
        return await reading.Preview(course, ct);
    }

    public Task<CoursePage> Of(NewCourse typed, CancellationToken ct) =>
        reading.Preview(typed.Plan.ToDraft(typed.Code, typed.By, clock.GetUtcNow().UtcDateTime), ct);
}

public sealed record NewCourse(string Code, CoursePlan Plan, Actor By);
