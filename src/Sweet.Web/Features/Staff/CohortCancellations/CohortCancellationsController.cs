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
            _ => View("New", await pages.Read(id, ct)),
        };
    }

    [HttpPost("/admin/cohorts/{id:int}/cancellation")]
    public async Task<IActionResult> Create(int id, CancellationForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Again(id, form, ct);

        switch (await cancelCohort.For(id, form, User.AsActor(), ct))
        {
            case CancelAnswer.Started: return this.SeeOther($"/admin/cohorts/{id}/cancellation");
            case CancelAnswer.OtherNumber:
                ModelState.AddModelError(nameof(form.Confirm), "Type the number of people as it stands here now");
                break;
            case CancelAnswer.OtherSum:
                ModelState.AddModelError("", "Someone paid or was refunded since you opened this page: look at the sums again");
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
        return this.Answer(StatusCodes.Status422UnprocessableEntity, "New", await pages.Read(id, ct) with { Form = form });
    }
}
