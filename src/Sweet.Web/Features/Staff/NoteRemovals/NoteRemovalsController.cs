using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.StudentNotes;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.NoteRemovals;

[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class NoteRemovalsController(KeepNotes notes) : Controller
{
    [HttpGet("/admin/enrollments/{id:int}/notes/{noteId:int}/removal")]
    public IActionResult Show(int id, int noteId) => this.SeeOther($"/admin/enrollments/{id}?show=notes#note-{noteId}");

    [HttpPost("/admin/enrollments/{id:int}/notes/{noteId:int}/removal")]
    public async Task<IActionResult> Create(int id, int noteId, CancellationToken ct) =>
        await notes.Remove(id, noteId, User.AsActor(), ct) ? this.SeeOther($"/admin/enrollments/{id}") : NotFound();
}
