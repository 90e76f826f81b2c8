using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Domain.Enrollments;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Students.EmailChanges;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Features.Students.EmailChangeConfirmations;

/// <summary>The button behind the link that the new address got.</summary>
[AllowAnonymous]
[PrivatePage]
public sealed class EmailChangeConfirmationsController(MakeEmailChange makeEmailChange) : Controller
{
    private const string Taken = "This address already has a seat in this cohort, and each person needs an address of their own. "
        + "Nothing was changed: ask again with another address.";

    [HttpGet("/email-changes/{token}/confirmation")]
    public IActionResult New(string token) => this.SeeOther($"/email-changes/{token}");

    [HttpPost("/email-changes/{token}/confirmation")]
    [EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Create(string token, CancellationToken ct)
    {
        var (change, refusal) = await makeEmailChange.Make(token, ct);
        if (change is null) return NotFound();

        return refusal switch
        {
            // Over says the page itself.
            null or EmailChangeRefusal.Over => this.SeeOther($"/email-changes/{token}"),
            EmailChangeRefusal.AddressTaken => Refused(EmailChangePage.Of(change, token, change.AskedAtUtc) with { Problem = Taken }),
            _ => throw new UnreachableException(),
        };
    }

    private ViewResult Refused(EmailChangePage page) =>
        this.Answer(StatusCodes.Status422UnprocessableEntity, "/Features/Students/EmailChanges/Show.cshtml", page);
}
