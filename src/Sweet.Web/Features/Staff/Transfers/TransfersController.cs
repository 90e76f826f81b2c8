using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Seating;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.Transfers;

/// <summary>A paid seat moves to another cohort.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class TransfersController(TransferStudent transferStudent, TransferPages pages) : Controller
{
    [HttpGet("/admin/enrollments/{id:int}/transfers/new")]
    public async Task<IActionResult> New(int id, CancellationToken ct) =>
        await pages.Read(id, ct) is { } page ? View(page) : NotFound();

    [HttpGet("/admin/enrollments/{id:int}/transfers")]
    public IActionResult Index(int id) => this.SeeOther($"/admin/enrollments/{id}/transfers/new");

    [HttpPost("/admin/enrollments/{id:int}/transfers")]
    public async Task<IActionResult> Create(int id, TransferForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Again(id, form, problem: null, ct);

        var result = await transferStudent.Transfer(id, form.CohortId, form.DueMinor, form.WaivedBecause, User.AsActor(), ct);
        if (!result.IsFound) return NotFound();

        return result.Refusal is { } refusal
            ? await Again(id, form, refusal.InWords(), ct)
            : this.SeeOther($"/admin/enrollments/{result.MovedTo ?? id}");
    }

    private async Task<IActionResult> Again(int id, TransferForm form, string? problem, CancellationToken ct)
    {
        if (await pages.Read(id, ct) is not { } page) return NotFound();

        return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), page with { Form = form, Problem = problem });
    }
}
