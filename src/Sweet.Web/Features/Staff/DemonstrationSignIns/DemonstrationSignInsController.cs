using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.DemonstrationSignIns;

/// <summary>The two doors of the sandbox. Where the setting is not on, there is no such address.</summary>
[AllowAnonymous]
[PrivatePage]
public sealed class DemonstrationSignInsController(ComeIn comeIn, IOptions<StaffOptions> options) : Controller
{
    [HttpGet("/staff/sign-in/demonstration")]
    public IActionResult Index() => this.SeeOther("/staff/sign-in");

    [HttpPost("/staff/sign-in/demonstration")]
    public async Task<IActionResult> Create(DemonstrationForm form, CancellationToken ct)
    {
        var email = form.Who == "marketing" ? DemonstrationAccount.Marketing : DemonstrationAccount.Admin;
        if (!options.Value.DemonstrationAccounts || await comeIn.As(email, Request.Headers.UserAgent.ToString(), ct) is not { } principal)
            return NotFound();

        await HalfSignedIn.Finish(HttpContext, principal);
        return this.SeeOther(Url.IsLocalUrl(form.Back) ? form.Back! : "/staff");
    }
}

public sealed class DemonstrationForm
{
    public string? Who { get; set; }

    /// <summary>Where whoever was sent here wanted to go, or the form that they had in their hands.</summary>
    public string? Back { get; set; }
}
