using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.EnrollmentRefunds.Words;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Shared.Words;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.EnrollmentRefunds;

/// <summary>Money that staff send back, with the seat or without, and what became of it.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class EnrollmentRefundsController(NewRefundPages newPages, RefundLists lists, SendBack sendBack) : Controller
{
    [HttpGet("/admin/enrollments/{id:int}/refunds")]
    public async Task<IActionResult> Index(int id, CancellationToken ct) =>
        await lists.Find(id, ct) is { } page ? View(page) : NotFound();

    [HttpGet("/admin/enrollments/{id:int}/refunds/new")]
    public async Task<IActionResult> New(int id, CancellationToken ct)
    {
        if (await newPages.Find(id, RefundForm.From(Request.Query), ct) is not { } page) return NotFound();

        if (page.Problem is { } problem) ModelState.AddModelError(problem.Field, problem.Text);
        return View(page);
    }

    [HttpPost("/admin/enrollments/{id:int}/refunds")]
    public async Task<IActionResult> Create(int id, RefundForm form, CancellationToken ct)
    {
        if (form.How is null) ModelState.TryAddModelError(nameof(form.How), "Choose how much goes back");
        if (!form.TryRead(out var asked)) ModelState.TryAddModelError(nameof(form.Amount), TypedSum.Problem);
        if (!ModelState.IsValid) return await Again(id, form, ct);

        // Without what was seen nothing is agreed to.
        var outcome = await sendBack.As(id, asked with { Seen = form.Seen ?? "" }, User.AsActor(), ct);
        if (outcome is null) return NotFound();
        // Pressed twice: it is done, and its list says so.
        if (outcome.IsDone || outcome.IsDoneBefore) return this.SeeOther($"/admin/enrollments/{id}/refunds");

        var problem = RefundProblem.Of(outcome.Refusal!.Value);
        ModelState.AddModelError(problem.Field, problem.Text);
        return await Again(id, form, ct);
    }

    private async Task<IActionResult> Again(int id, RefundForm form, CancellationToken ct)
    {
        ModelState.Remove(nameof(form.Seen));
        return await newPages.Find(id, form, ct) is { } page
            ? this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), page)
            : NotFound();
    }
}
