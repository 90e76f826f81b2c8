using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Policies;
using Sweet.Web.Data;
using Sweet.Web.Features.Public.Policies;
using Sweet.Web.Features.Public.Shared;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting.Kept;

namespace Sweet.Web.Features.Public.PolicyVersions;

/// <summary>A version of a policy that somebody has accepted, in force or not: who holds an order can read what it says.</summary>
[AllowAnonymous]
[KeptPage(PageTags.Policies)]
public sealed class PolicyVersionsController(SweetDbContext db, TextHtml html, TimeProvider clock) : Controller
{
    [HttpGet("/policies/{name}/versions/{id:int}")]
    public async Task<IActionResult> Show(string name, int id, CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var version = await db.PolicyVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == id && v.EffectiveFromUtc <= nowUtc, ct);
        if (version is null || PolicyPage.NameOf(version.Kind) != name) return NotFound();

        var inForce = await db.PolicyVersions.InForce(version.Kind, nowUtc).Select(v => v.Id).SingleAsync(ct);
        var text = await html.Render(string.Create(CultureInfo.InvariantCulture, $"policy version {version.Id}"), version.Body, ct);
        var page = new PolicyPage(version.Kind, version.Title, text, version.EffectiveFromUtc, version.IsSample);
        return View("/Features/Public/Policies/Show.cshtml", page with { IsFormer = inForce != id });
    }
}
