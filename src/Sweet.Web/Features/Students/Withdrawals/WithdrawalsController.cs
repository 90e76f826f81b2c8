using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Domain.Enrollments;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Students.AddressProofs;
using Sweet.Web.Features.Students.Enrollments;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Students.Withdrawals;

/// <summary>A confirmed seat is given back by its student, who sees before what comes back.</summary>
[AllowAnonymous]
[PrivatePage]
public sealed class WithdrawalsController(
    WithdrawalPages pages, ProveAddress proveAddress, WithdrawStudent withdrawStudent) : Controller
{
    [HttpGet("/enrollments/{token}/withdrawal/new")]
    public async Task<IActionResult> New(string token, CancellationToken ct)
    {
        var page = await pages.Read(token, ct);
        if (page is null) return NotFound();

        // Given back already, or not paid: the enrollment page says what can be done there.
        return page.Refusal is WithdrawalRefusal.Ended or WithdrawalRefusal.NotConfirmed
            ? this.SeeOther($"/enrollments/{token}")
            : View(page);
    }

    [HttpGet("/enrollments/{token}/withdrawal")]
    public IActionResult Show(string token) => this.SeeOther($"/enrollments/{token}/withdrawal/new");

    [HttpPost("/enrollments/{token}/withdrawal")]
    [EnableRateLimiting(RateLimits.Registration)]
    public async Task<IActionResult> Create(string token, WithdrawalForm form, CancellationToken ct)
    {
        await proveAddress.By(token, Client.Of(HttpContext), ct);
        return await withdrawStudent.Withdraw(token, form.SeenBackMinor, ct) switch
        {
            WithdrawalOutcome.NoSuchEnrollment => NotFound(),
            WithdrawalOutcome.SumChanged => await Again(token, form, ct),
            WithdrawalOutcome.Refused => await Again(token, form: null, ct),
            _ => this.SeeOther($"/enrollments/{token}"),
        };
    }

    private async Task<IActionResult> Again(string token, WithdrawalForm? form, CancellationToken ct)
    {
        var page = await pages.Read(token, ct);
        if (page is null) return NotFound();
        // Another tab was quicker.
        if (page.Refusal is WithdrawalRefusal.Ended or WithdrawalRefusal.NotConfirmed) return this.SeeOther($"/enrollments/{token}");

        ModelState.Clear();
        ModelState.AddModelError("", form is null ? page.Refusal!.Value.InWords() : page.Quote.ChangedFrom(form.SeenBackMinor));
        return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), page);
    }
}
