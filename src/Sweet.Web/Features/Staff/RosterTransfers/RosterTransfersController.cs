using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Rosters;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Shared.Words;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.RosterTransfers;

/// <summary>The chosen people of a roster move to another cohort: first what each gets by name, then what came of it.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class RosterTransfersController(RosterTransferPages pages, RosterTransferResults results, TransferChosen transferChosen)
    : Controller
{
    [HttpGet("/admin/cohorts/{id:int}/roster/transfers/new")]
    public async Task<IActionResult> New(int id, CancellationToken ct) =>
        await pages.Read(id, RosterQuery.Of(Request).Picked, Typed.Number(Request.Query["to"]), ct) is { } page ? View(page) : NotFound();

    [HttpGet("/admin/cohorts/{id:int}/roster/transfers")]
    public async Task<IActionResult> Show(int id, CancellationToken ct)
    {
        if (await results.Find(id, RosterTransferOutcome.Of(Request), ct) is not { } result) return NotFound();

        return result.People.Count == 0 ? this.SeeOther($"/admin/cohorts/{id}/roster") : View(result);
    }

    [HttpPost("/admin/cohorts/{id:int}/roster/transfers")]
    public async Task<IActionResult> Create(int id, RosterTransferForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Again(id, form, ct);

        var outcome = await transferChosen.From(id, form, User.AsActor(), ct);
        return this.SeeOther(outcome.Address(id));
    }

    private async Task<IActionResult> Again(int id, RosterTransferForm form, CancellationToken ct) =>
        await pages.Read(id, form.Everyone(), form.To, ct) is { } page
            ? this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), page with { Form = form })
            : NotFound();
}
