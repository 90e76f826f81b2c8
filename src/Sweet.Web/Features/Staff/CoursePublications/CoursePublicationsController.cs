using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Courses.Changes;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.CoursePublications;

[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class CoursePublicationsController(UpdateCourse updateCourse) : Controller
{
    [HttpGet("/admin/courses/{id:int}/publication")]
    public IActionResult Show(int id) => Redirect($"/admin/courses/{id}");

    [HttpPost("/admin/courses/{id:int}/publication")]
    public async Task<IActionResult> Create(int id, CancellationToken ct) =>
        await updateCourse.Publish(id, User.AsActor(), ct) ? this.SeeOther($"/admin/courses/{id}") : NotFound();
}
