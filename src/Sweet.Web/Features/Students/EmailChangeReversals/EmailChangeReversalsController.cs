using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Features.Students.EmailChangeReversals;

/// <summary>Behind the link in the notice that the old address gets: the change is taken back.</summary>
[AllowAnonymous]
[PrivatePage]
public sealed class EmailChangeReversalsController(
    SweetDbContext db, ReverseEmailChange reverseEmailChange, TimeProvider clock) : Controller
{
    private const string Taken = "This address has another seat in this cohort by now, and each person needs an address of their own. "
        + "Nothing was changed: reply to our email, and someone will help you.";

    /// <remarks>Mail scanners open every link: it shows a button, and only that changes something.</remarks>
    [HttpGet("/email-change-reversals/{token}")]
    public async Task<IActionResult> Show(string token, CancellationToken ct)
    {
        var hash = RetiredLink.HashOf(token);
        var change = await db.EmailChanges.AsNoTracking().Include(c => c.Enrollment.Cohort.Course)
            .SingleOrDefaultAsync(c => c.ReversalHash == hash, ct);
        var page = EmailChangeReversalPage.Of(change, token, clock.GetUtcNow().UtcDateTime);
        return page.State == EmailChangeReversalState.Over ? this.Answer(StatusCodes.Status410Gone, nameof(Show), page) : View(page);
    }

    [HttpPost("/email-change-reversals/{token}")]
    [EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Create(string token, CancellationToken ct)
    {
        var (change, refusal) = await reverseEmailChange.Reverse(token, ct);
        if (change is null) return NotFound();

        return refusal switch
        {
            // Over says the page itself.
            null or EmailChangeRefusal.Over => this.SeeOther($"/email-change-reversals/{token}"),
            EmailChangeRefusal.AddressTaken =>
                Refused(EmailChangeReversalPage.Of(change, token, clock.GetUtcNow().UtcDateTime) with { Problem = Taken }),
            _ => throw new UnreachableException(),
        };
    }

    private ViewResult Refused(EmailChangeReversalPage page) => this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(Show), page);
}
