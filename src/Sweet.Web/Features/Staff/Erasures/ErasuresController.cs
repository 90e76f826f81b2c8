using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.Erasures;

/// <summary>A person who asks for it is forgotten; the record of their money stays.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class ErasuresController(ErasurePages pages, ErasePerson erasePerson) : Controller
{
    [HttpGet("/admin/enrollments/{id:int}/erasures/new")]
    public async Task<IActionResult> New(int id, CancellationToken ct) => await pages.Read(id, ct) is { } page ? View(page) : NotFound();

    [HttpGet("/admin/enrollments/{id:int}/erasures")]
    public IActionResult Index(int id) => this.SeeOther($"/admin/enrollments/{id}/erasures/new");

    [HttpPost("/admin/enrollments/{id:int}/erasures")]
    public async Task<IActionResult> Create(int id, ErasureForm form, CancellationToken ct)
    {
        if (await pages.Read(id, ct) is not { } page) return NotFound();
        if (!form.Names(page.Number))
            ModelState.AddModelError(nameof(form.Number), $"Type the enrollment number as it stands here: {page.Number}");
        // What keeps the person is on the page itself.
        if (!ModelState.IsValid || page.Obstacles.Count > 0) return Again(page, form);

        return await erasePerson.Erase(id, form.Count, User.AsActor(), ct) switch
        {
            ErasureAnswer.Erased => this.SeeOther($"/admin/enrollments/{id}"),
            ErasureAnswer.NoSuchEnrollment => NotFound(),
            _ => Again((await pages.Read(id, ct))! with { Problem = ErasurePage.Changed }, form),
        };
    }

    private ViewResult Again(ErasurePage page, ErasureForm form)
    {
        ModelState.Remove(nameof(form.Count));
        return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), page with { Form = form });
    }
}
