using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.InterestRemovals;

[AllowAnonymous]
[PrivatePage]
public sealed class InterestRemovalsController(SweetDbContext db) : Controller
{
    [HttpPost("/interests/{token}/removal")]
    public async Task<IActionResult> Create(string token, CancellationToken ct)
    {
        // Twice is as good as once: the address is gone.
        await db.CourseInterests.Where(i => i.Token == token).ExecuteDeleteAsync(ct);
        return this.SeeOther("/interests/removed");
    }

    [HttpGet("/interests/removed")]
    public IActionResult Show() => View();
}
