using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Features.Students.MyEnrollments;

/// <summary>Type an address, and its links are emailed. The same answer for all: nobody learns who is enrolled.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class MyEnrollmentsController(SweetDbContext db, TimeProvider clock) : Controller
{
    [HttpGet("/my-enrollments")]
    public IActionResult New() => View(new MyEnrollmentsForm());

    [HttpPost("/my-enrollments")]
    [EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Create(MyEnrollmentsForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), form);

        await Save(new LinkRequest(form.Address(), clock.GetUtcNow().UtcDateTime), ct);
        return this.SeeOther("/my-enrollments/sent");
    }

    [HttpGet("/my-enrollments/sent")]
    public IActionResult Show() => View();

    // A worker looks whether the address is known: the time of this answer tells nobody.
    private Task Save(LinkRequest request, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                db.LinkRequests.Add(request);
                await transaction.SaveAndCommit(ct);
            },
            ct);
}
