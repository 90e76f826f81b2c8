using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Staff.Enrollments;

/// <summary>Everything about one enrollment: facts first, then what happened.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class EnrollmentsController(StudentReading students) : Controller
{
    [HttpGet("/admin/enrollments/{id:int}")]
    public async Task<IActionResult> Show(int id, CancellationToken ct) =>
        await students.Read(id, Request.Query["show"], ct) is { } page ? View(page) : NotFound();
}
