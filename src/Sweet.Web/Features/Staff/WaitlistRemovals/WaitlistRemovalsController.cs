using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Waitlists;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.WaitlistRemovals;

/// <summary>Somebody is taken out of the line, or an offer is withdrawn.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class WaitlistRemovalsController(ChangeLine changeLine, LinePages pages) : Controller
{
    [HttpGet("/admin/waitlist-entries/{id:int}/removals/new")]
    public async Task<IActionResult> New(int id, CancellationToken ct) =>
        await PageFor(id, new ReasonForm(), ct) is { } page ? View(LineAnswers.View, page) : NotFound();

    [HttpGet("/admin/waitlist-entries/{id:int}/removals")]
    public IActionResult Index(int id) => this.SeeOther($"/admin/waitlist-entries/{id}/removals/new");

    [HttpPost("/admin/waitlist-entries/{id:int}/removals")]
    public async Task<IActionResult> Create(int id, ReasonForm form, CancellationToken ct)
    {
        if (await PageFor(id, form, ct) is not { } page) return NotFound();
        if (!ModelState.IsValid) return this.Answer(StatusCodes.Status422UnprocessableEntity, LineAnswers.View, page);

        return this.AnswerLine(await changeLine.Remove(id, form.Reason!.Trim(), User.AsActor(), ct), page);
    }

    private Task<LineChangePage?> PageFor(int id, ReasonForm form, CancellationToken ct) =>
        pages.Change(
            id,
            new LineChangePage(
                id, 0, "", "", "", "removals", "Remove from the waitlist",
                "An offered seat goes to the next person at once. The person is not emailed: tell them yourself. "
                + "Only a payment that waits with the spot is sent back in full, and told. They can join the line again, at its end.")
            {
                Button = "Remove from the waitlist",
                Form = form,
            },
            ct);
}
