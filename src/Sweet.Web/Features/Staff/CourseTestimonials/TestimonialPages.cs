using Microsoft.EntityFrameworkCore;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared;

namespace Sweet.Web.Features.Staff.CourseTestimonials;

public sealed class TestimonialPages(SweetDbContext db)
{
    private const int Size = 25;

    /// <returns>Null if there is no such course.</returns>
    public async Task<TestimonialsPage?> Find(int courseId, int number, CancellationToken ct)
    {
        var course = await db.Courses.Where(c => c.Id == courseId)
            .Select(c => new { c.Title, Count = c.Testimonials.Count }).SingleOrDefaultAsync(ct);
        if (course is null) return null;

        // Those that are shown stand first, as on the page.
        var rows = await db.Courses.Where(c => c.Id == courseId).SelectMany(c => c.Testimonials)
            .OrderBy(s => s.WithdrawnAtUtc != null).ThenBy(s => s.Id).Skip((number - 1) * Size).Take(Size)
            .Select(s => new TestimonialRow(s.Id, s.Text, s.ShownAs, s.AgreedBy, s.AgreedOn, s.AgreedHow, s.WithdrawnAtUtc))
            .ToListAsync(ct);
        return new TestimonialsPage(
            courseId, course.Title, new Paged<TestimonialRow>(rows, number, course.Count, Size), new TestimonialForm());
    }
}

public sealed record TestimonialsPage(int CourseId, string Course, Paged<TestimonialRow> Testimonials, TestimonialForm Form);

public sealed record TestimonialRow(
    int Id, string Text, string ShownAs, string AgreedBy, DateOnly AgreedOn, string AgreedHow, DateTime? WithdrawnAtUtc)
{
    public bool IsShown => WithdrawnAtUtc is null;
}
