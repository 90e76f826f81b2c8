using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Waitlists;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.WaitlistOffers;

/// <summary>A seat offered by hand, out of turn.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class WaitlistOffersController(ChangeLine changeLine, LinePages pages) : Controller
{
    [HttpGet("/admin/waitlist-entries/{id:int}/offers/new")]
    public async Task<IActionResult> New(int id, CancellationToken ct)
    {
        if (await PageFor(id, new ReasonForm(), ct) is not { } page) return NotFound();

        return await pages.OfferRefusalFor(id, ct) is { } refusal
            ? View(LineAnswers.View, page with { Problem = LineAnswers.InWords(refusal), IsRefused = true })
            : View(LineAnswers.View, page);
    }

    [HttpGet("/admin/waitlist-entries/{id:int}/offers")]
    public IActionResult Index(int id) => this.SeeOther($"/admin/waitlist-entries/{id}/offers/new");

    [HttpPost("/admin/waitlist-entries/{id:int}/offers")]
    public async Task<IActionResult> Create(int id, ReasonForm form, CancellationToken ct)
    {
        if (await PageFor(id, form, ct) is not { } page) return NotFound();
        if (!ModelState.IsValid) return this.Answer(StatusCodes.Status422UnprocessableEntity, LineAnswers.View, page);

        return this.AnswerLine(await changeLine.Offer(id, form.Reason!.Trim(), User.AsActor(), ct), page);
    }

    private Task<LineChangePage?> PageFor(int id, ReasonForm form, CancellationToken ct) =>
        pages.Change(
            id,
            new LineChangePage(
                id, 0, "", "", "", "offers", "Offer a seat by hand",
                "A free seat is kept for this person, before all others in line, and they are emailed how long they have to take it. "
                + "Someone who waits with a payment has the seat at once.")
            {
                Button = "Offer the seat",
                Form = form,
            },
            ct);
}
