using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.HandEnrollments.Terms;
using Sweet.Web.Features.Staff.Invoices;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.InvoiceDates;

/// <summary>Staff wait longer for an invoice.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class InvoiceDatesController(KeepInvoice keepInvoice, TimeProvider clock) : Controller
{
    [HttpGet("/admin/enrollments/{id:int}/invoice/dates")]
    public IActionResult Index(int id) => this.SeeOther($"/admin/enrollments/{id}/invoice");

    [HttpPost("/admin/enrollments/{id:int}/invoice/dates")]
    public async Task<IActionResult> Create(int id, InvoiceDateForm form, CancellationToken ct)
    {
        var day = InvoiceDay.Read(form.DueOn, OfficeTime.DayOf(clock.GetUtcNow().UtcDateTime));
        if (day is null) ModelState.TryAddModelError(nameof(form.DueOn), InvoiceDay.Problem);
        if (!ModelState.IsValid || day is not { } dueOn) return await Again(id, form, ct);

        switch (await keepInvoice.WaitUntil(id, dueOn, form.Why?.Trim(), form.ForAll, User.AsActor(), ct))
        {
            case InvoiceAnswer.Done: return this.SeeOther($"/admin/enrollments/{id}/invoice");
            case InvoiceAnswer.NoSuchInvoice: return NotFound();
            default:
                ModelState.AddModelError("", InvoicePage.NotOpen);
                return await Again(id, form, ct);
        }
    }

    private async Task<IActionResult> Again(int id, InvoiceDateForm form, CancellationToken ct) =>
        await keepInvoice.Read(id, ct) is { } page
            ? this.Answer(StatusCodes.Status422UnprocessableEntity, InvoicePage.View, page with { Date = form })
            : NotFound();
}
