using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Public.Courses;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Courses.Changes;
using Sweet.Web.Features.Staff.Courses.Forms;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.Courses;

/// <summary>What is taught: every field of the course page.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class CoursesController(
    CourseForms forms, CreateCourse createCourse, UpdateCourse updateCourse, PreviewCourse preview, TakePictures takePictures) : Controller
{
    private const string AddressTaken = "Another course has this address, or had it";

    /// <summary>A form with two of the largest pictures; more are sent one after the other.</summary>
    private const long LargestForm = 48 * 1024 * 1024;

    private const int MostMilliseconds = 300_000;

    [HttpGet("/admin/courses")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await forms.All(Pager.NumberFrom(Request), ct));

    [HttpGet("/admin/courses/new")]
    public IActionResult New() => View(CourseForms.New());

    [HttpPost("/admin/courses")]
    [TakesFiles(LargestForm)]
    [RequestTimeout(MostMilliseconds)]
    public async Task<IActionResult> Create(NewCourseForm form, CancellationToken ct)
    {
        if (await Take(form, ct)) return Shown(nameof(New), form);
        if (!ModelState.IsValid || form.Read(ModelState) is not { } plan) return Again(form);

        var course = new NewCourse(form.UpperCode, plan, User.AsActor());
        if (form.IsForPreview) return PublicPage(await preview.Of(course, ct));

        switch (await createCourse.For(course, ct))
        {
            case CourseCreation.Made(var id): return this.SeeOther($"/admin/courses/{id}");
            case CourseCreation.CodeTaken: ModelState.AddModelError(nameof(form.Code), "Another course has this code"); break;
            default: ModelState.AddModelError(nameof(form.Slug), AddressTaken); break;
        }

        return Again(form);
    }

    [HttpGet("/admin/courses/{id:int}")]
    public async Task<IActionResult> Edit(int id, CancellationToken ct) =>
        await forms.Edit(id, ct) is { } page ? View(page) : NotFound();

    [HttpPost("/admin/courses/{id:int}")]
    [TakesFiles(LargestForm)]
    [RequestTimeout(MostMilliseconds)]
    public async Task<IActionResult> Update(int id, CourseForm form, CancellationToken ct)
    {
        if (await forms.Edit(id, ct) is not { } page) return NotFound();
        if (await Take(form, ct)) return Shown(nameof(Edit), page with { Form = form });
        if (!ModelState.IsValid || form.Read(ModelState) is not { } plan) return Again(page, form);
        if (form.IsForPreview) return await preview.Of(id, plan, ct) is { } shown ? PublicPage(shown) : NotFound();

        switch (await updateCourse.Save(id, form, plan, User.AsActor(), ct))
        {
            case CourseUpdate.Saved: return this.SeeOther($"/admin/courses/{id}");
            case CourseUpdate.Overtaken(var both): return this.Answer(StatusCodes.Status409Conflict, "_Conflict", both);
            case CourseUpdate.SlugTaken: ModelState.AddModelError(nameof(form.Slug), AddressTaken); return Again(page, form);
            default: return NotFound();
        }
    }

    /// <returns>Whether the form is only shown again, with one row more.</returns>
    private async Task<bool> Take(CourseForm form, CancellationToken ct)
    {
        var addsRow = form.AddRow();
        if (addsRow) ModelState.Clear();
        await takePictures.From(form, ModelState, User.AsActor(), ct);
        return addsRow;
    }

    private ViewResult Again(NewCourseForm form) => Shown(nameof(New), form);

    private ViewResult Again(CourseEditPage page, CourseForm form) => Shown(nameof(Edit), page with { Form = form });

    private ViewResult Shown(string view, object page) =>
        ModelState.IsValid ? View(view, page) : this.Answer(StatusCodes.Status422UnprocessableEntity, view, page);

    // The view of the public page, which finds its parts by the area.
    private ViewResult PublicPage(CoursePage page)
    {
        RouteData.Values["area"] = nameof(Public);
        return View("Show", page);
    }
}
