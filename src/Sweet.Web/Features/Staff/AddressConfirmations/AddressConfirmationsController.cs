using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Features.Staff.AddressConfirmations;

/// <summary>Where the link to the new address leads.</summary>
/// <remarks>Mail scanners open every link: it shows a button, and only that changes something.</remarks>
[AllowAnonymous]
[PrivatePage]
public sealed class AddressConfirmationsController(MakeAddressChange makeAddressChange) : Controller
{
    [HttpGet("/staff/address-changes/{token}")]
    public async Task<IActionResult> New(string token, CancellationToken ct) =>
        await makeAddressChange.Find(token, ct) switch
        {
            null => NotFound(),
            { IsOpen: false } => this.Answer(StatusCodes.Status410Gone, "Ended"),
            var page => View(page),
        };

    [HttpPost("/staff/address-changes/{token}")]
    [EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Create(string token, CancellationToken ct)
    {
        if (await makeAddressChange.Find(token, ct) is not { } page) return NotFound();

        return await makeAddressChange.Make(token, ct) ? View("Show", page) : this.Answer(StatusCodes.Status410Gone, "Ended");
    }
}
