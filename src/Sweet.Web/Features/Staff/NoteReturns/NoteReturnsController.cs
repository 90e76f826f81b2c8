using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.StudentNotes;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.NoteReturns;

/// <summary>Undoes the removal of a note.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class NoteReturnsController(KeepNotes notes) : Controller
{
    [HttpGet("/admin/enrollments/{id:int}/notes/{noteId:int}/return")]
    public IActionResult Show(int id, int noteId) => this.SeeOther($"/admin/enrollments/{id}?show=notes#note-{noteId}");

    [HttpPost("/admin/enrollments/{id:int}/notes/{noteId:int}/return")]
    public async Task<IActionResult> Create(int id, int noteId, CancellationToken ct) =>
        await notes.PutBack(id, noteId, User.AsActor(), ct)
            ? this.SeeOther($"/admin/enrollments/{id}?show=notes#note-{noteId}")
            : NotFound();
}
