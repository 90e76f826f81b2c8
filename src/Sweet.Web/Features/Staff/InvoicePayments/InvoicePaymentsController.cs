using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.HandEnrollments.Terms;
using Sweet.Web.Features.Staff.Invoices;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.InvoicePayments;

/// <summary>An invoice was paid.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class InvoicePaymentsController(KeepInvoice keepInvoice, TimeProvider clock) : Controller
{
    [HttpGet("/admin/enrollments/{id:int}/invoice/payments")]
    public IActionResult Index(int id) => this.SeeOther($"/admin/enrollments/{id}/invoice");

    [HttpPost("/admin/enrollments/{id:int}/invoice/payments")]
    public async Task<IActionResult> Create(int id, InvoicePaymentForm form, CancellationToken ct)
    {
        var receivedAtUtc = OutsideDay.Read(form.ReceivedOn, clock.GetUtcNow().UtcDateTime);
        if (receivedAtUtc is null) ModelState.TryAddModelError(nameof(form.ReceivedOn), OutsideDay.Problem);
        if (!ModelState.IsValid || receivedAtUtc is not { } atUtc) return await Again(id, form, ct);

        switch (await keepInvoice.Pay(id, form.ToMoney(atUtc), form.ForAll, User.AsActor(), ct))
        {
            case InvoiceAnswer.Done: return this.SeeOther($"/admin/enrollments/{id}/invoice");
            case InvoiceAnswer.NoSuchInvoice: return NotFound();
            default:
                ModelState.AddModelError("", InvoicePage.NotOpen);
                return await Again(id, form, ct);
        }
    }

    private async Task<IActionResult> Again(int id, InvoicePaymentForm form, CancellationToken ct) =>
        await keepInvoice.Read(id, ct) is { } page
            ? this.Answer(StatusCodes.Status422UnprocessableEntity, InvoicePage.View, page with { Payment = form })
            : NotFound();
}
