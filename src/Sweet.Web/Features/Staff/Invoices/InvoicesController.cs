using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Staff.Invoices;

/// <summary>What an employer owes for a seat.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class InvoicesController(KeepInvoice keepInvoice) : Controller
{
    [HttpGet("/admin/enrollments/{id:int}/invoice")]
    public async Task<IActionResult> Show(int id, CancellationToken ct) =>
        await keepInvoice.Read(id, ct) is { } page ? View(page) : NotFound();
}
