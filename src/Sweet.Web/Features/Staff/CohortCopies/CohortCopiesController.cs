using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Staff.Cohorts.Forms;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Staff.CohortCopies;

/// <summary>The form of a new cohort with all of another one, its dates moved.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class CohortCopiesController(CohortDrafts drafts) : Controller
{
    [HttpGet("/admin/cohorts/{id:int}/copies")]
    public async Task<IActionResult> New(int id, CancellationToken ct)
    {
        if (await drafts.Copy(id, ct) is not { } copy) return NotFound();

        var students = await drafts.Students(copy.Form, id: null, await drafts.CourseOf(id, ct), await drafts.CurrencyOf(id, ct), ct);
        return View("/Features/Staff/Cohorts/New.cshtml", new NewCohortPage(copy.Form, await drafts.Courses(ct))
        {
            CopyOf = copy.Of,
            Skipped = copy.Skipped,
            Students = students,
        });
    }
}
