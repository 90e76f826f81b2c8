using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Waitlists;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.WaitlistMoves;

/// <summary>Another place for somebody who waits. Taken back by the same form with the old place.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class WaitlistMovesController(ChangeLine changeLine, LinePages pages) : Controller
{
    [HttpGet("/admin/waitlist-entries/{id:int}/moves/new")]
    public async Task<IActionResult> New(int id, CancellationToken ct)
    {
        var place = int.TryParse(Request.Query["place"], NumberStyles.None, CultureInfo.InvariantCulture, out var to) && to > 0 ? to : 1;
        return await PageFor(id, new MoveForm { Place = place }, ct) is { } page ? View(LineAnswers.View, page) : NotFound();
    }

    [HttpGet("/admin/waitlist-entries/{id:int}/moves")]
    public IActionResult Index(int id) => this.SeeOther($"/admin/waitlist-entries/{id}/moves/new");

    [HttpPost("/admin/waitlist-entries/{id:int}/moves")]
    public async Task<IActionResult> Create(int id, MoveForm form, CancellationToken ct)
    {
        if (await PageFor(id, form, ct) is not { } page) return NotFound();
        if (!ModelState.IsValid) return this.Answer(StatusCodes.Status422UnprocessableEntity, LineAnswers.View, page);

        return this.AnswerLine(await changeLine.Move(id, form.Place!.Value, form.Reason!.Trim(), User.AsActor(), ct), page);
    }

    private Task<LineChangePage?> PageFor(int id, MoveForm form, CancellationToken ct) =>
        pages.Change(
            id,
            new LineChangePage(
                id, 0, "", "", "", "moves", "Move in the line",
                "The others keep their order. No one is emailed; each person’s own page shows where they stand. It can be undone.")
            {
                Button = "Move",
                Form = form,
            },
            ct);
}
