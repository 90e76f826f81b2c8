using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Students.Receipts;

[AllowAnonymous]
[PrivatePage]
public sealed class ReceiptsController(ReceiptPages pages) : Controller
{
    [HttpGet("/enrollments/{token}/receipt")]
    public async Task<IActionResult> Show(string token, CancellationToken ct) =>
        await pages.Read(token, ct) is { } page ? View(page) : NotFound();
}
