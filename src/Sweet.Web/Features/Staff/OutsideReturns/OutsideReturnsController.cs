using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.HandEnrollments.Terms;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.OutsideReturns;

/// <summary>Money that was paid outside Stripe has gone back outside Stripe.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class OutsideReturnsController(ReturnOutside returnOutside, TimeProvider clock) : Controller
{
    [HttpGet("/admin/refunds/{id:int}/return")]
    public async Task<IActionResult> New(int id, CancellationToken ct) =>
        await returnOutside.Read(id, ct) is { } page ? View(page) : NotFound();

    [HttpPost("/admin/refunds/{id:int}/return")]
    public async Task<IActionResult> Create(int id, OutsideReturnForm form, CancellationToken ct)
    {
        if (await returnOutside.Read(id, ct) is not { } page) return NotFound();

        var returnedAtUtc = OutsideDay.Read(form.ReturnedOn, clock.GetUtcNow().UtcDateTime);
        if (returnedAtUtc is null) ModelState.TryAddModelError(nameof(form.ReturnedOn), OutsideDay.Problem);
        if (!ModelState.IsValid || returnedAtUtc is not { } atUtc)
            return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), page with { Form = form });

        // Pressed twice: it is written down, and the list says so.
        await returnOutside.Return(id, form.Means!.Value, form.Reference!.Trim(), atUtc, User.AsActor(), ct);
        return this.SeeOther($"/admin/enrollments/{page.EnrollmentId}/refunds");
    }
}
