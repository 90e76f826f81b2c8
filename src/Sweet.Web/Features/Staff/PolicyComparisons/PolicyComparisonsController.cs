using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.PolicyVersions;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Staff.PolicyComparisons;

/// <summary>What was typed beside the newest version, before anything is saved.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class PolicyComparisonsController(PolicyPages pages) : Controller
{
    [HttpGet("/admin/policies/{name}/comparison")]
    public IActionResult Index(string name) => PolicyNames.KindOf(name) is null ? NotFound() : this.SeeOther($"/admin/policies/{name}/new");

    [HttpPost("/admin/policies/{name}/comparison")]
    public async Task<IActionResult> Create(string name, PolicyForm form, CancellationToken ct)
    {
        if (PolicyNames.KindOf(name) is not { } kind) return NotFound();

        var page = await pages.New(kind, form, ct);
        return this.Answer(
            ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            "/Features/Staff/PolicyVersions/New.cshtml", page);
    }
}
