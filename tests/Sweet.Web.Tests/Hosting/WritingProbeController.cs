using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Data;

namespace Sweet.Web.Tests.Hosting;

/// <summary>Writes whenever it is asked; exists in these tests only.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class WritingProbeController(SweetDbContext db) : Controller
{
    [HttpGet("/probe/writes")]
    [HttpPost("/probe/writes")]
    public async Task<IActionResult> Write(CancellationToken ct) =>
        Ok(await db.Courses.Where(c => c.Id == 0).Lock(c => c.Slug, ct));
}
