using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Students.StudentPages;

[AllowAnonymous]
public sealed class StudentPagesController(EnrollmentPages pages) : Controller
{
    [HttpGet("/enrollments/{token}")]
    [PrivatePage]
    [AllowsCheckout]
    public async Task<IActionResult> Show(string token, CancellationToken ct) =>
        await pages.Read(token, ct) is { } page ? View(page) : NotFound();
}
