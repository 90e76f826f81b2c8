using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Features.Public.InterestConfirmations;

[AllowAnonymous]
[PrivatePage]
public sealed class InterestConfirmationsController(SweetDbContext db, TimeProvider clock) : Controller
{
    [HttpGet("/interests/{token}/confirmation")]
    public IActionResult New(string token) => this.SeeOther($"/interests/{token}");

    [HttpPost("/interests/{token}/confirmation")]
    [EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Create(string token, CancellationToken ct)
    {
        await Confirm(token, ct);
        return this.SeeOther($"/interests/{token}");
    }

    private Task Confirm(string token, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                if (await db.CourseInterests.SingleOrDefaultAsync(i => i.Token == token, ct) is not { } interest) return;

                interest.Confirm(clock.GetUtcNow().UtcDateTime);
                await transaction.SaveAndCommit(ct);
            },
            ct);
}
