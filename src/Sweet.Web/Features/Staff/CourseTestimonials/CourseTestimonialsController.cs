using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Domain.Courses.Persons;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Shared.Words;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.CourseTestimonials;

/// <summary>What former students say of a course, with their consent.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class CourseTestimonialsController(TestimonialPages pages, KeepTestimonials keepTestimonials, TimeProvider clock) : Controller
{
    [HttpGet("/admin/courses/{id:int}/testimonials")]
    public async Task<IActionResult> Index(int id, CancellationToken ct) =>
        await pages.Find(id, Pager.NumberFrom(Request), ct) is { } page ? View(page) : NotFound();

    [HttpPost("/admin/courses/{id:int}/testimonials")]
    public async Task<IActionResult> Create(int id, TestimonialForm form, CancellationToken ct)
    {
        var day = Typed.Date(form.AgreedOn);
        if (form.AgreedOn is not null && (day is null || day > OfficeTime.DayOf(clock.GetUtcNow().UtcDateTime)))
            ModelState.TryAddModelError(nameof(form.AgreedOn), "Enter a day like 2026-03-02, today at the latest");
        if (!ModelState.IsValid) return await Again(id, form, ct);

        var said = new PlannedTestimonial(form.Text!, form.ShownAs!, form.AgreedBy!, day!.Value, form.AgreedHow!);
        return await keepTestimonials.Add(id, said, User.AsActor(), ct) ? this.SeeOther($"/admin/courses/{id}/testimonials") : NotFound();
    }

    [HttpGet("/admin/courses/{id:int}/testimonials/{testimonialId:int}/withdrawal")]
    public IActionResult Show(int id, int testimonialId) => Redirect($"/admin/courses/{id}/testimonials");

    [HttpPost("/admin/courses/{id:int}/testimonials/{testimonialId:int}/withdrawal")]
    public async Task<IActionResult> Delete(int id, int testimonialId, CancellationToken ct) =>
        await keepTestimonials.Withdraw(id, testimonialId, User.AsActor(), ct)
            ? this.SeeOther($"/admin/courses/{id}/testimonials")
            : NotFound();

    private async Task<IActionResult> Again(int id, TestimonialForm form, CancellationToken ct) =>
        await pages.Find(id, Pager.NumberFrom(Request), ct) is { } page
            ? this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(Index), page with { Form = form }) : NotFound();
}
