using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.InterestConfirmations;

[AllowAnonymous]
[PrivatePage]
public sealed class InterestConfirmationsController(SweetDbContext db, TimeProvider clock) : Controller
{
    [HttpPost("/interests/{token}/confirmation")]
    public async Task<IActionResult> Create(string token, CancellationToken ct)
    {
        if (await db.CourseInterests.SingleOrDefaultAsync(i => i.Token == token, ct) is not { } interest) return NotFound();

        interest.Confirm(clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(ct);
        return this.SeeOther($"/interests/{token}");
    }
}
