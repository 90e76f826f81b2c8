using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Web.Correcting;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Students.AddressProofs;
using Sweet.Web.Features.Students.Enrollments;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Features.Students.EmailChanges;

/// <summary>Another address for an enrollment that is paid for or on its way: asked for here, made by the link that it gets.</summary>
[AllowAnonymous]
[PrivatePage]
public sealed class EmailChangesController(
    SweetDbContext db, ProveAddress proveAddress, AskForEmailChange askForEmailChange, TimeProvider clock) : Controller
{
    private const string TooOften =
        "We did not send a link: several emails have gone out for this today. Use the link in the latest one, or try again tomorrow";

    [HttpGet("/enrollments/{token}/email-changes/new")]
    public async Task<IActionResult> New(string token, CancellationToken ct) =>
        await PageFor(token, new EmailChangeForm(), ct) is { } page ? View(page) : NotFound();

    [HttpGet("/enrollments/{token}/email-changes")]
    public async Task<IActionResult> Index(string token, CancellationToken ct) =>
        this.SeeOther($"/enrollments/{token}{(await PageFor(token, new EmailChangeForm(), ct) is null ? "" : "/email-changes/new")}");

    /// <remarks>The same answer for every address: nobody learns who else is enrolled.</remarks>
    [HttpPost("/enrollments/{token}/email-changes")]
    [EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Create(string token, EmailChangeForm form, CancellationToken ct)
    {
        await proveAddress.By(token, Client.Of(HttpContext), ct);
        if (await PageFor(token, form, ct) is not { } page) return NotFound();
        if (ModelState.IsValid && form.Address().Text == page.Address)
            ModelState.AddModelError(nameof(form.Email), "Enter a new address: this is the one we already have");
        if (!ModelState.IsValid) return Again(page);

        switch (await askForEmailChange.Ask(token, form.Address(), ct))
        {
            case EmailChangeAsked.Mailed: return this.SeeOther($"/enrollments/{token}");
            case EmailChangeAsked.NotPossible: return NotFound();
            default:
                ModelState.AddModelError(nameof(form.Email), TooOften);
                return Again(page);
        }
    }

    /// <remarks>Mail scanners open every link: it shows a button, and only that changes something.</remarks>
    [HttpGet("/email-changes/{token}")]
    public async Task<IActionResult> Show(string token, CancellationToken ct)
    {
        // Tracked, as in PageFor: only then is it known which refund tries which again.
        var change = await db.EmailChanges.Include(c => c.Enrollment.Cohort.Course)
            .Include(c => c.Enrollment.Order.Refunds).SingleOrDefaultAsync(c => c.Token == token, ct);
        var page = EmailChangePage.Of(change, token, clock.GetUtcNow().UtcDateTime);
        return page.State == EmailChangeState.Over ? this.Answer(StatusCodes.Status410Gone, nameof(Show), page) : View(page);
    }

    private ViewResult Again(NewEmailChangePage page) => this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), page);

    private async Task<NewEmailChangePage?> PageFor(string token, EmailChangeForm form, CancellationToken ct)
    {
        var enrollment = await db.Enrollments.Include(e => e.Order.Refunds).OpenedBy(token).SingleOrDefaultAsync(ct);
        return enrollment is null || !EmailChange.IsFor(enrollment)
            ? null
            : new NewEmailChangePage(token, enrollment.Number, enrollment.Email, form);
    }
}
