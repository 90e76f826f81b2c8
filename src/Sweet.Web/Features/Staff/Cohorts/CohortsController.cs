using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Domain.Courses.Planning;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Cohorts.Changes;
using Sweet.Web.Features.Staff.Cohorts.Forms;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Shared.Words;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.Cohorts;

/// <summary>All runs of all courses, and one of them with its seats.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class CohortsController(
    CohortLists lists, CohortPages pages, CohortDrafts drafts, CreateCohort createCohort, UpdateCohort updateCohort) : Controller
{
    private const string Dollars = "USD";

    [HttpGet("/admin/cohorts")]
    public async Task<IActionResult> Index(CancellationToken ct) =>
        View(await lists.Read(CohortFilters.From(Request), Pager.NumberFrom(Request), ct));

    [HttpGet("/admin/cohorts/{id:int}")]
    public async Task<IActionResult> Show(int id, CancellationToken ct) =>
        await pages.Find(id, ct) is { } page ? View(page) : NotFound();

    [HttpGet("/admin/cohorts/new")]
    public async Task<IActionResult> New(CancellationToken ct)
    {
        var courses = await drafts.Courses(ct);
        var asked = Typed.Number(Request.Query["course"]);
        var course = courses.FirstOrDefault(c => c.Id == asked) ?? (courses.Count > 0 ? courses[0] : null);
        return View(new NewCohortPage(await drafts.New(course?.Id, ct), courses));
    }

    [HttpPost("/admin/cohorts")]
    public async Task<IActionResult> Create(CohortForm form, CancellationToken ct)
    {
        form.TakeEnter();
        if (form.Act is not null) return await Again(form, ct);

        var plan = drafts.Plan(form, ModelState, Dollars);
        if (plan is null) return await Again(form, ct);

        var id = Typed.Number(form.CourseId) is { } courseId
            ? await createCohort.For(courseId, form.Key, plan, User.AsActor(), ct) : null;
        if (id is not null) return this.SeeOther($"/admin/cohorts/{id}");

        ModelState.AddModelError(nameof(form.CourseId), "Choose a course");
        return await Again(form, ct);
    }

    [HttpGet("/admin/cohorts/{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, CancellationToken ct) =>
        await drafts.Edit(id, ct) is { } form ? await Form(id, form, ct) : NotFound();

    [HttpPost("/admin/cohorts/{id:int}")]
    public async Task<IActionResult> Update(int id, CohortForm form, CancellationToken ct)
    {
        if (form.Act is not null) return await Form(id, form, ct);

        var plan = drafts.Plan(form, ModelState, await drafts.CurrencyOf(id, ct));
        if (plan is null) return await Form(id, form, ct);

        return await updateCohort.Save(id, form, plan, User.AsActor(), ct) switch
        {
            CohortUpdate.Saved => this.SeeOther($"/admin/cohorts/{id}"),
            CohortUpdate.Overtaken(var page) => this.Answer(StatusCodes.Status409Conflict, "_Conflict", page),
            CohortUpdate.Asks(var page) => View("Change", page),
            CohortUpdate.Refused(var why, var taken) => await Refused(id, form, why, taken, ct),
            _ => NotFound(),
        };
    }

    private async Task<IActionResult> Refused(int id, CohortForm form, PlanRefusal why, int seatsTaken, CancellationToken ct)
    {
        var (field, problem) = why switch
        {
            PlanRefusal.SeatsTaken => (nameof(form.Capacity), $"{seatsTaken} seats are taken: the capacity cannot be below that"),
            PlanRefusal.ClassDropped => ("", "Students have these classes in their calendars: move a class, but do not drop it"),
            _ => ("", "This cohort has ended: nothing of it is changed anymore"),
        };
        ModelState.AddModelError(field, problem);
        return await Form(id, form, ct);
    }

    private async Task<IActionResult> Again(CohortForm form, CancellationToken ct)
    {
        var status = Act(form, Dollars);
        var students = await drafts.Students(form, id: null, Typed.Number(form.CourseId), Dollars, ct);
        return this.Answer(status, nameof(New), new NewCohortPage(form, await drafts.Courses(ct)) { Students = students });
    }

    private async Task<IActionResult> Form(int id, CohortForm form, CancellationToken ct)
    {
        if (await drafts.TitleOf(id, ct) is not { } title) return NotFound();

        var currency = await drafts.CurrencyOf(id, ct);
        var status = Act(form, currency);
        var students = await drafts.Students(form, id, await drafts.CourseOf(id, ct), currency, ct);
        return this.Answer(status, nameof(Edit), new EditCohortPage(id, title, form, students));
    }

    // A button that only writes rows: what else is missing is no problem yet.
    private int Act(CohortForm form, string currency)
    {
        if (form.Act is not null) ModelState.Clear();
        if (form.Act == CohortForm.LayOut)
            foreach (var (field, problem) in form.Lay()) ModelState.AddModelError(field, problem);
        if (form.Act == CohortForm.Read) drafts.Plan(form.Copy(), ModelState, currency);
        if (form.Act == CohortForm.AddClass) form.Meetings.Add(new MeetingForm());
        return ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
    }
}
