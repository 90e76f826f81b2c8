using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Staff.Cohorts;
using Sweet.Web.Features.Staff.Cohorts.States;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.CohortCompletions;

/// <summary>All classes have been held.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class CohortCompletionsController(ChangeCohortState change, CohortPages pages) : Controller
{
    [HttpGet("/admin/cohorts/{id:int}/completion")]
    public async Task<IActionResult> Show(int id, CancellationToken ct) =>
        await pages.Find(id, ct) is not { } page ? NotFound() : page.CanComplete ? View(page) : Redirect($"/admin/cohorts/{id}");

    [HttpPost("/admin/cohorts/{id:int}/completion")]
    public async Task<IActionResult> Create(int id, CancellationToken ct) =>
        await this.AnswerState(pages, id, await change.Complete(id, User.AsActor(), ct), ct);
}
