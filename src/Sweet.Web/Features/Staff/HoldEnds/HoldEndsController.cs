using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.EnrollmentRefunds;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Payments;
using Sweet.Web.Settling;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.HoldEnds;

/// <summary>A seat that is only held is given back, once Stripe agrees that it can be paid no more.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class HoldEndsController(SweetDbContext db, EndHold endHold, NewRefundPages pages) : Controller
{
    private const string Silent =
        "Stripe does not answer, so nothing was done: someone might be paying at this moment. Try again in a minute.";

    private const string Stays = "The seat stays: it was paid in the last moment, or is not held anymore.";

    [HttpGet("/admin/enrollments/{id:int}/hold-end")]
    public IActionResult Index(int id) => this.SeeOther($"/admin/enrollments/{id}/refunds/new");

    [HttpPost("/admin/enrollments/{id:int}/hold-end")]
    public async Task<IActionResult> Create(int id, CancellationToken ct)
    {
        if (await db.FindInCohort(e => e.Id == id, ct) is null) return NotFound();

        try
        {
            return await endHold.EndByStaff(id, User.AsActor(), ct)
                ? this.SeeOther($"/admin/enrollments/{id}/refunds/new")
                : await Again(id, Stays, StatusCodes.Status422UnprocessableEntity, ct);
        }
        catch (StripeUnavailableException)
        {
            return await Again(id, Silent, StatusCodes.Status503ServiceUnavailable, ct);
        }
    }

    private async Task<IActionResult> Again(int id, string problem, int status, CancellationToken ct)
    {
        var page = (await pages.Find(id, asked: null, ct))!;
        // Pressed twice: it has ended.
        if (page.HasEndedByStaff) return this.SeeOther($"/admin/enrollments/{id}/refunds/new");

        ModelState.AddModelError("", problem);
        return this.Answer(status, "/Features/Staff/EnrollmentRefunds/New.cshtml", page);
    }
}
