using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Students.AddressProofs;
using Sweet.Web.Features.Students.Enrollments;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;
using Sweet.Web.Seating;

namespace Sweet.Web.Features.Students.TransferChoices;

/// <summary>A student chooses other dates, among those that staff have offered.</summary>
[AllowAnonymous]
[PrivatePage]
public sealed class TransferChoicesController(
    TransferChoicePages pages, ProveAddress proveAddress, TransferStudent transferStudent) : Controller
{
    [HttpGet("/enrollments/{token}/transfers/new")]
    public async Task<IActionResult> New(string token, CancellationToken ct) =>
        await pages.Read(token, ct) is not { } page ? NotFound()
        : page.IsOver ? this.Answer(StatusCodes.Status410Gone, "Over", page)
        : View(page);

    [HttpGet("/enrollments/{token}/transfers")]
    public IActionResult Index(string token) => this.SeeOther($"/enrollments/{token}/transfers/new");

    [HttpPost("/enrollments/{token}/transfers")]
    [EnableRateLimiting(RateLimits.Registration)]
    public async Task<IActionResult> Create(string token, TransferChoiceForm form, CancellationToken ct)
    {
        await proveAddress.By(token, Client.Of(HttpContext), ct);
        var result = await transferStudent.Choose(token, form.CohortId, form.SeenDueMinor, ct);
        if (result is { IsFound: true, Refusal: null }) return this.SeeOther($"/enrollments/{result.LinkToken}");
        if (await pages.Read(token, ct) is not { } page) return NotFound();

        ModelState.Clear();
        return page.IsOver
            ? this.Answer(StatusCodes.Status410Gone, "Over", page)
            : this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), page with { Problem = TransferChoicePage.Changed });
    }
}

public sealed class TransferChoiceForm
{
    public int CohortId { get; set; }

    /// <summary>The sum that the button said, below zero for what goes back: another one is asked about again.</summary>
    public long SeenDueMinor { get; set; }
}
