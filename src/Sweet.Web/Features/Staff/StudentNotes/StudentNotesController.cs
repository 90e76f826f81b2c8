using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Enrollments;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.StudentNotes;

[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class StudentNotesController(KeepNotes notes, StudentReading students) : Controller
{
    [HttpGet("/admin/enrollments/{id:int}/notes")]
    public IActionResult Index(int id) => this.SeeOther($"/admin/enrollments/{id}");

    [HttpPost("/admin/enrollments/{id:int}/notes")]
    public async Task<IActionResult> Create(int id, StudentNoteForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await students.Read(id, null, ct) is { } page
                ? this.Answer(StatusCodes.Status422UnprocessableEntity, StudentPage.View, page with { NoteForm = form })
                : NotFound();
        }

        return await notes.Keep(id, form.Note!, User.AsActor(), ct) ? this.SeeOther($"/admin/enrollments/{id}") : NotFound();
    }
}
