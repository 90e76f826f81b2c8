using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Books.Documents;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Staff.DocumentFiles;

/// <summary>A numbered document as PDF.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class DocumentFilesController(DocumentReading documents) : Controller
{
    [HttpGet("/admin/documents/{number}/pdf")]
    public async Task<IActionResult> Show(string number, CancellationToken ct) =>
        await documents.Find(number, _ => true, ct) is { } document
            ? File(DocumentPdf.Of(document.Text), DocumentPdf.ContentType, DocumentPdf.NameOf(document.Text))
            : NotFound();
}
