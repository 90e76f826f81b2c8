using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.Courses;

/// <summary>What is taught: every field of the course page.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class CoursesController(CourseForms forms, UpdateCourse updateCourse) : Controller
{
    [HttpGet("/admin/courses")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await forms.All(Pager.NumberFrom(Request), ct));

    [HttpGet("/admin/courses/{id:int}")]
    public async Task<IActionResult> Edit(int id, CancellationToken ct) =>
        await forms.Edit(id, ct) is { } page ? View(page) : NotFound();

    [HttpPost("/admin/courses/{id:int}")]
    public async Task<IActionResult> Update(int id, CourseForm form, CancellationToken ct)
    {
        if (form.Act is not null) return await WithRow(id, form, ct);
        if (!ModelState.IsValid || form.Read(ModelState) is not { } plan) return await Again(id, form, ct);

        switch (await updateCourse.Save(id, form, plan, User.AsActor(), ct))
        {
            case CourseUpdate.Saved: return this.SeeOther($"/admin/courses/{id}");
            case CourseUpdate.Overtaken(var page): return this.Answer(StatusCodes.Status409Conflict, "_Conflict", page);
            case CourseUpdate.SlugTaken:
                ModelState.AddModelError(nameof(form.Slug), "Another course has this address, or had it");
                return await Again(id, form, ct);
            default: return NotFound();
        }
    }

    private async Task<IActionResult> WithRow(int id, CourseForm form, CancellationToken ct)
    {
        ModelState.Clear();
        if (form.Act == "week") form.Weeks.Add(new WeekForm());
        if (form.Act == "question") form.Questions.Add(new QuestionForm());
        if (form.Act == "approval") form.Approvals.Add(new ApprovalForm());
        return await forms.Edit(id, ct) is { } page ? View(nameof(Edit), page with { Form = form }) : NotFound();
    }

    private async Task<IActionResult> Again(int id, CourseForm form, CancellationToken ct) =>
        await forms.Edit(id, ct) is { } page
            ? this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(Edit), page with { Form = form }) : NotFound();
}
