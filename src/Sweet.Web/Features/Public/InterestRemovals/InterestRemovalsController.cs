using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Public.InterestRemovals;

[AllowAnonymous]
[PrivatePage]
public sealed class InterestRemovalsController(SweetDbContext db) : Controller
{
    /// <remarks>
    /// Mail programs press it too (RFC 8058): from their providers' networks, which are those of many people, so no limit counts
    /// it; and they follow no redirect.
    /// </remarks>
    [HttpPost("/interests/{token}/removal")]
    [OneClick]
    public async Task<IActionResult> Create(string token, [FromForm] RemovalForm form, CancellationToken ct)
    {
        // Twice is as good as once: the address is gone.
        await db.InTransaction(
            async transaction =>
            {
                await db.CourseInterests.Where(i => i.Token == token).ExecuteDeleteAsync(ct);
                await transaction.SaveAndCommit(ct);
            },
            ct);
        return form.IsOneClick ? Ok() : this.SeeOther("/interests/removed");
    }

    /// <summary>For email programs that open the address instead of posting to it.</summary>
    [HttpGet("/interests/{token}/removal")]
    public IActionResult New(string token) => this.SeeOther($"/interests/{token}");

    [HttpGet("/interests/removed")]
    public IActionResult Show() => View();
}
