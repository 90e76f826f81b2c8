using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Books.Documents;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Staff.Documents;

/// <summary>A numbered receipt, credit note or reversal.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class DocumentsController(DocumentReading documents) : Controller
{
    [HttpGet("/admin/documents/{number}")]
    public async Task<IActionResult> Show(string number, CancellationToken ct) =>
        await documents.Find(number, _ => true, ct) is { } document ? View(document) : NotFound();
}
