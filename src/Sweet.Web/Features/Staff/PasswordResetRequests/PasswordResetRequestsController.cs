using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Domain.Staff;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Features.Staff.PasswordResetRequests;

/// <summary>A forgotten password. The same answer for all: nobody learns who works here.</summary>
[AllowAnonymous]
[PrivatePage]
public sealed class PasswordResetRequestsController(SweetDbContext db, TimeProvider clock) : Controller
{
    [HttpGet("/staff/password-resets/new")]
    public IActionResult New() => View(new PasswordResetRequestForm());

    [HttpGet("/staff/password-resets")]
    public IActionResult Index() => this.SeeOther("/staff/password-resets/new");

    [HttpPost("/staff/password-resets")]
    [EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Create(PasswordResetRequestForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), form);

        await Save(new PasswordReset(form.Address(), clock.GetUtcNow().UtcDateTime), ct);
        return this.SeeOther("/staff/password-resets/sent");
    }

    [HttpGet("/staff/password-resets/sent")]
    public IActionResult Show() => View();

    // A worker looks whose address it is: the time of this answer tells nobody.
    private Task Save(PasswordReset reset, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                db.PasswordResets.Add(reset);
                await transaction.SaveAndCommit(ct);
            },
            ct);
}
