using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Policies;
using Sweet.Web.Data;
using Sweet.Web.Features.Public.Shared;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting.Kept;

namespace Sweet.Web.Features.Public.Policies;

[AllowAnonymous]
[KeptPage(PageTags.Policies)]
public sealed class PoliciesController(SweetDbContext db, TextHtml html, TimeProvider clock) : Controller
{
    [HttpGet("/policies")]
    public IActionResult Index() => View();

    [HttpGet("/policies/{name}")]
    public async Task<IActionResult> Show(string name, CancellationToken ct)
    {
        if (KindOf(name) is not { } kind) return NotFound();

        var version = await db.PolicyVersions.AsNoTracking().InForce(kind, clock.GetUtcNow().UtcDateTime).SingleOrDefaultAsync(ct);
        if (version is null) return NotFound();

        var text = await html.Render(string.Create(CultureInfo.InvariantCulture, $"policy version {version.Id}"), version.Body, ct);
        return View(new PolicyPage(kind, version.Title, text, version.EffectiveFromUtc, version.IsSample));
    }

    // Not Enum.TryParse, which takes numbers and any case: one page, one address.
    private static PolicyKind? KindOf(string name) =>
        Enum.GetValues<PolicyKind>().Where(k => PolicyPage.NameOf(k) == name).Select(k => (PolicyKind?)k).SingleOrDefault();
}
