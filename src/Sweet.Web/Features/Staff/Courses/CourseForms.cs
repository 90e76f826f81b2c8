using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Courses.Planning;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Courses.Forms;
using Sweet.Web.Features.Staff.Shared;

namespace Sweet.Web.Features.Staff.Courses;

public sealed class CourseForms(SweetDbContext db)
{
    private const int Size = 25;
    private const int UsualWeeks = 6;

    public async Task<Paged<CourseRow>> All(int number, CancellationToken ct)
    {
        var rows = await db.Courses.AsNoTracking().OrderBy(c => c.Title).Skip((number - 1) * Size).Take(Size)
            .Select(c => new CourseRow(c.Id, c.Code, c.Title, c.Slug, c.PublishedAtUtc != null, db.Cohorts.Count(k => k.CourseId == c.Id)))
            .ToListAsync(ct);
        return new Paged<CourseRow>(rows, number, await db.Courses.CountAsync(ct), Size);
    }

    public static NewCourseForm New() => new()
    {
        RefundFeePercent = Course.UsualRefundFeePercent,
        Weeks = [.. Enumerable.Range(0, UsualWeeks).Select(_ => new WeekForm())],
        Questions = [new QuestionForm()],
    };

    public async Task<CourseEditPage?> Edit(int id, CancellationToken ct)
    {
        var course = await db.Courses.AsNoTracking()
            .Include(c => c.Weeks).Include(c => c.Questions).Include(c => c.Approvals).Include(c => c.Teachers)
            .AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == id, ct);
        if (course is null) return null;

        return new CourseEditPage(
            id, course.Code, course.Title, course.Slug, course.PublishedAtUtc is not null, course.AsPlan().ToForm(course.Version));
    }
}

public sealed record CourseRow(int Id, string Code, string Title, string Slug, bool IsPublished, int Cohorts);

public sealed record CourseEditPage(int Id, string Code, string Title, string Slug, bool IsPublished, CourseForm Form);
