using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Transfers;
using Sweet.Web.Hosting;
using Sweet.Web.Seating;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.TransferOffers;

/// <summary>A student chooses other dates by a link, among those that staff pick.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class TransferOffersController(TransferOfferPages pages, OfferTransfer offerTransfer, TimeProvider clock) : Controller
{
    [HttpGet("/admin/enrollments/{id:int}/transfer-offers/new")]
    public async Task<IActionResult> New(int id, CancellationToken ct) => await pages.Read(id, ct) is { } page ? View(page) : NotFound();

    [HttpGet("/admin/enrollments/{id:int}/transfer-offers")]
    public IActionResult Index(int id) => this.SeeOther($"/admin/enrollments/{id}/transfer-offers/new");

    [HttpPost("/admin/enrollments/{id:int}/transfer-offers")]
    public async Task<IActionResult> Create(int id, TransferOfferForm form, CancellationToken ct)
    {
        if (await pages.Read(id, ct) is not { } page) return NotFound();

        if (form.ProblemOf(page.Transfer.Targets.Select(t => t.CohortId)) is { } cohorts)
            ModelState.AddModelError(nameof(form.CohortIds), cohorts);
        if (form.EndsAt(clock.GetUtcNow().UtcDateTime) is not { } endsAtUtc)
            ModelState.AddModelError(nameof(form.LastDay), TransferOfferForm.LastDayProblem);
        else if (ModelState.IsValid)
        {
            var answer = await offerTransfer.Offer(id, form.CohortIds, endsAtUtc, User.AsActor(), ct);
            if (!answer.IsFound) return NotFound();
            if (answer.Refusal is not { } refusal) return this.SeeOther($"/admin/enrollments/{id}");

            page = page with { Problem = refusal.InWords() };
        }

        return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), page with { Form = form });
    }
}
