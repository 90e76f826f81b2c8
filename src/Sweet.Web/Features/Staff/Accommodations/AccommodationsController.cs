using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.Accommodations;

/// <summary>What a student needs, who sees to it, and until when.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class AccommodationsController(PlanAccommodation planAccommodation) : Controller
{
    [HttpGet("/admin/enrollments/{id:int}/accommodation/edit")]
    public async Task<IActionResult> Edit(int id, CancellationToken ct) =>
        await planAccommodation.Read(id, typed: null, ct) is { } page ? View(page) : NotFound();

    [HttpGet("/admin/enrollments/{id:int}/accommodation")]
    public IActionResult Show(int id) => this.SeeOther($"/admin/enrollments/{id}/accommodation/edit");

    [HttpPost("/admin/enrollments/{id:int}/accommodation")]
    public async Task<IActionResult> Update(int id, AccommodationForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Again(id, form, ct);

        switch (await planAccommodation.Plan(id, form, User.AsActor(), ct))
        {
            case PlanAnswer.Saved: return this.SeeOther($"/admin/enrollments/{id}");
            case PlanAnswer.NoSuchEnrollment: return NotFound();
            case PlanAnswer.NoSuchOwner:
                ModelState.AddModelError(nameof(form.Owner), "Choose a person from the list");
                return await Again(id, form, ct);
            default: return await Again(id, form, ct);
        }
    }

    private async Task<IActionResult> Again(int id, AccommodationForm form, CancellationToken ct) =>
        await planAccommodation.Read(id, form, ct) is { } page
            ? this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(Edit), page)
            : NotFound();
}
