using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Books.Documents;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Students.Documents;

/// <summary>A numbered receipt, credit note or reversal, through the link token.</summary>
[AllowAnonymous]
[PrivatePage]
public sealed class DocumentsController(DocumentReading documents) : Controller
{
    [HttpGet("/enrollments/{token}/documents/{number}")]
    public async Task<IActionResult> Show(string token, string number, CancellationToken ct) =>
        await documents.FindBehind(token, number, ct) is { } document
            ? View(new StudentDocument(token, document))
            : NotFound();
}

public sealed record StudentDocument(string Token, ShownDocument Document);
