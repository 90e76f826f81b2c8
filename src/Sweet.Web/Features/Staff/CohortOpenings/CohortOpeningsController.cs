using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Cohorts;
using Sweet.Web.Features.Staff.Cohorts.States;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.CohortOpenings;

/// <summary>Registration opens, or opens again.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class CohortOpeningsController(ChangeCohortState change, CohortPages pages) : Controller
{
    [HttpGet("/admin/cohorts/{id:int}/opening")]
    public IActionResult Show(int id) => Redirect($"/admin/cohorts/{id}");

    [HttpPost("/admin/cohorts/{id:int}/opening")]
    public async Task<IActionResult> Create(int id, CancellationToken ct) =>
        await this.AnswerState(pages, id, await change.Open(id, User.AsActor(), ct), ct);
}
