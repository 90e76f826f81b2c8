using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Courses.Persons;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting.Kept;

namespace Sweet.Web.Features.Staff.CourseTestimonials;

/// <summary>Testimonials of former students: none without a consent, and none any longer than it holds.</summary>
public sealed class KeepTestimonials(SweetDbContext db, KeptPages kept, TimeProvider clock)
{
    /// <summary>Sent twice it is one.</summary>
    /// <returns>False if there is no such course.</returns>
    public async Task<bool> Add(int courseId, PlannedTestimonial said, Actor by, CancellationToken ct) =>
        await Change(courseId, course => course.Add(said, by, clock.GetUtcNow().UtcDateTime), ct);

    /// <summary>Of withdrawn consent: no page shows it from now on. May be repeated.</summary>
    /// <returns>False if there is no such testimonial.</returns>
    public async Task<bool> Withdraw(int courseId, int id, Actor by, CancellationToken ct) =>
        await Change(
            courseId,
            course => course.Testimonials.SingleOrDefault(s => s.Id == id) is { } testimonial
                ? course.Withdraw(testimonial, by, clock.GetUtcNow().UtcDateTime)
                : null,
            ct);

    private async Task<bool> Change(int courseId, Func<Course, bool?> change, CancellationToken ct)
    {
        var isThere = await db.InTransaction(
            async transaction =>
            {
                if (await db.Courses.Where(c => c.Id == courseId).Lock(c => c.Code, ct) == 0) return false;

                var course = await db.Courses.Include(c => c.Testimonials).SingleAsync(c => c.Id == courseId, ct);
                var changed = change(course);
                if (changed is true) await transaction.SaveAndCommit(ct);
                return changed is not null;
            },
            ct);
        kept.Drop(PageTags.Courses);
        return isThere;
    }
}
