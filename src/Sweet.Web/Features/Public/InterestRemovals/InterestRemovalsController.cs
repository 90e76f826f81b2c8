using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Features.Public.InterestRemovals;

[AllowAnonymous]
[PrivatePage]
public sealed class InterestRemovalsController(SweetDbContext db) : Controller
{
    [HttpPost("/interests/{token}/removal")]
    [EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Create(string token, CancellationToken ct)
    {
        // Twice is as good as once: the address is gone.
        await db.InTransaction(
            async transaction =>
            {
                await db.CourseInterests.Where(i => i.Token == token).ExecuteDeleteAsync(ct);
                await transaction.SaveAndCommit(ct);
            },
            ct);
        return this.SeeOther("/interests/removed");
    }

    [HttpGet("/interests/removed")]
    public IActionResult Show() => View();
}
