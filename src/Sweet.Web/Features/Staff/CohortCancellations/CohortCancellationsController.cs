using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Domain.Courses;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.CohortCancellations;

/// <summary>Canceling a cohort: first who loses what, then how far it has come.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class CohortCancellationsController(CancellationPages pages, CancelCohort cancelCohort) : Controller
{
    [HttpGet("/admin/cohorts/{id:int}/cancellation")]
    public async Task<IActionResult> Show(int id, CancellationToken ct)
    {
        if (await pages.Progress(id, Pager.NumberFrom(Request), ct) is { } progress) return View(progress);

        return await pages.StatusOf(id, ct) switch
        {
            null => NotFound(),
            CohortStatus.Cancelled or CohortStatus.Completed => Redirect($"/admin/cohorts/{id}"),
            _ => View("New", await pages.Read(id, new CancellationForm(), ct)),
        };
    }

    [HttpPost("/admin/cohorts/{id:int}/cancellation")]
    public async Task<IActionResult> Create(int id, CancellationForm form, CancellationToken ct)
    {
        if (form.Show) ModelState.Clear();
        if (form.Show || !ModelState.IsValid) return await Again(id, form, ct);

        switch (await cancelCohort.For(id, form, User.AsActor(), ct))
        {
            case CancelAnswer.Started: return this.SeeOther($"/admin/cohorts/{id}/cancellation");
            case CancelAnswer.OtherNumber:
                ModelState.AddModelError(nameof(form.Confirm), "Type the number of people as it stands here now");
                break;
            case CancelAnswer.OtherSum:
                ModelState.AddModelError("", "Check the amounts again: they now reflect your choices and what has been paid so far");
                break;
            case CancelAnswer.HasEnded: return Redirect($"/admin/cohorts/{id}");
        }

        return await Again(id, form, ct);
    }

    private async Task<IActionResult> Again(int id, CancellationForm form, CancellationToken ct)
    {
        if (await pages.StatusOf(id, ct) is null) return NotFound();

        // The number and the sum are to be those that stand on the page now.
        ModelState.Remove(nameof(form.Sum));
        var page = await pages.Read(id, form, ct);
        return ModelState.IsValid ? View("New", page) : this.Answer(StatusCodes.Status422UnprocessableEntity, "New", page);
    }
}
