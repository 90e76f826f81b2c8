using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Founding;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.Setups;

/// <summary>What a new installation begins with; the verb <c>setup</c> does the same.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class SetupsController(FoundInstitute foundInstitute) : Controller
{
    [HttpGet("/admin/setup")]
    public async Task<IActionResult> New(CancellationToken ct) => View(await foundInstitute.Missing(ct));

    [HttpPost("/admin/setup")]
    public async Task<IActionResult> Create(CancellationToken ct)
    {
        await foundInstitute.Found(User.AsActor(), ct);
        return this.SeeOther("/admin/setup");
    }
}
