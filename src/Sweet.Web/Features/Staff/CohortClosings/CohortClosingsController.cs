using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Cohorts;
using Sweet.Web.Features.Staff.Cohorts.States;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.CohortClosings;

/// <summary>Registration closes before its time; it can be opened again.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class CohortClosingsController(ChangeCohortState change, CohortPages pages) : Controller
{
    [HttpGet("/admin/cohorts/{id:int}/closing")]
    public IActionResult Show(int id) => Redirect($"/admin/cohorts/{id}");

    [HttpPost("/admin/cohorts/{id:int}/closing")]
    public async Task<IActionResult> Create(int id, CancellationToken ct) =>
        await this.AnswerState(pages, id, await change.Close(id, User.AsActor(), ct), ct);
}
