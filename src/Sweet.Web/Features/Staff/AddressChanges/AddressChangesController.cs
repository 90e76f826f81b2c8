using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.AddressChanges;

/// <summary>Another address for one’s own account: asked for here, made by the link that it gets.</summary>
[Authorize]
[PrivatePage]
public sealed class AddressChangesController(AskForAddressChange askForAddressChange) : Controller
{
    [HttpGet("/staff/profile/address")]
    public IActionResult New() => View(new AddressChangeForm());

    [HttpPost("/staff/profile/address")]
    [EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Create(AddressChangeForm form, CancellationToken ct)
    {
        if (ModelState.IsValid && await askForAddressChange.Ask(User.StaffId(), form.Address(), form.Current!, ct) is var (field, why))
            ModelState.AddModelError(field, why);
        if (!ModelState.IsValid) return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), form);

        return this.SeeOther("/staff/profile/address/sent");
    }

    [HttpGet("/staff/profile/address/sent")]
    public IActionResult Show() => View();
}
