using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Courses.Planning;
using Sweet.Domain.Refunds;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Courses.Forms;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.Courses;

public sealed class CourseForms(SweetDbContext db)
{
    private const int Size = 25;
    private const int ExampleClasses = 6;
    private const int UsualWeeks = 6;

    private static readonly Money ExamplePrice = new(597_00, "USD");

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

        var begun = ExampleClasses / 3;
        var back = new RefundPolicy(course.RefundFeePercent).BackFor(ExamplePrice, begun, ExampleClasses);
        return new CourseEditPage(
            id, course.Code, course.Title, course.Slug, course.PublishedAtUtc is not null, course.AsPlan().ToForm(course.Version),
            WithdrawalText.RuleInWords(course.RefundFeePercent),
            $"Of {ExamplePrice.Exact()} for {ExampleClasses} classes, {back.Exact()} goes back after {begun} of them have begun.");
    }
}

public sealed record CourseRow(int Id, string Code, string Title, string Slug, bool IsPublished, int Cohorts);

/// <param name="Rule">The refund rule as the course page says it, by the fee that is saved.</param>
public sealed record CourseEditPage(
    int Id, string Code, string Title, string Slug, bool IsPublished, CourseForm Form, string Rule, string Example);
