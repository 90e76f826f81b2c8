using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Books.Documents;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Students.DocumentFiles;

/// <summary>A numbered document as PDF.</summary>
[AllowAnonymous]
[PrivatePage]
public sealed class DocumentFilesController(DocumentReading documents) : Controller
{
    [HttpGet("/enrollments/{token}/documents/{number}/pdf")]
    public async Task<IActionResult> Show(string token, string number, CancellationToken ct) =>
        await documents.FindBehind(token, number, ct) is { } document
            ? File(DocumentPdf.Of(document.Text), DocumentPdf.ContentType, DocumentPdf.NameOf(document.Text))
            : NotFound();
}
