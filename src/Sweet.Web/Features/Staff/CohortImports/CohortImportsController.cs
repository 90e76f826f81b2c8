using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.CohortImports;

/// <summary>Students who were enrolled elsewhere: a table is pasted, each line is checked and shown, then they get their seats.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class CohortImportsController(ImportStudents importStudents) : Controller
{
    [HttpGet("/admin/cohorts/{id:int}/imports/new")]
    public async Task<IActionResult> New(int id, CancellationToken ct) =>
        await importStudents.Find(id, ct) is { } page ? View(page) : NotFound();

    [HttpGet("/admin/cohorts/{id:int}/imports")]
    public IActionResult Index(int id) => this.SeeOther($"/admin/cohorts/{id}/imports/new");

    [HttpPost("/admin/cohorts/{id:int}/imports")]
    public async Task<IActionResult> Create(int id, ImportForm form, CancellationToken ct)
    {
        if (await importStudents.Find(id, ct) is not { } page) return NotFound();

        var table = ImportedTable.Read(form.Text);
        if (ModelState.IsValid && table.Problem is { } problem) ModelState.AddModelError(nameof(form.Text), problem);
        if (!ModelState.IsValid)
            return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), page with { Form = form });

        var outcome = form.Enroll
            ? await importStudents.Enroll(id, table, form, User.AsActor(), ct)
            : await importStudents.Check(id, table, ct);
        ModelState.Clear();
        // Not led to another address: what became of each line is known now alone, and sent again it changes nothing.
        return this.Answer(outcome.Status, "Lines", page with { Form = form, Outcome = outcome });
    }
}
