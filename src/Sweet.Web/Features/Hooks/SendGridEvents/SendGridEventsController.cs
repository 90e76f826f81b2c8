using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Email.Delivery;

namespace Sweet.Web.Features.Hooks.SendGridEvents;

/// <summary>Takes in what SendGrid says became of our emails. The signature stands in for the antiforgery token.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class SendGridEventsController(SendGridSignature signature, TakeMailReports takeMailReports) : Controller
{
    /// <summary>SendGrid gathers up to some thousand events.</summary>
    private const int LargestBatch = 4_000_000;

    /// <remarks>A failure of ours answers 500, so that SendGrid repeats: what was taken in already changes nothing then.</remarks>
    [HttpPost("/sendgrid-events")]
    [RequestSizeLimit(LargestBatch)]
    public async Task<IActionResult> Create(CancellationToken ct)
    {
        if (!signature.HasKey) return NotFound();

        using var body = new MemoryStream();
        await Request.Body.CopyToAsync(body, ct);
        var bytes = body.ToArray();
        var timestamp = Request.Headers[SendGridSignature.TimestampHeader];
        if (!signature.Verify(bytes, timestamp, Request.Headers[SendGridSignature.SignatureHeader])) return BadRequest();
        if (MailReport.ReadAll(bytes) is not { } reports) return BadRequest();

        return await takeMailReports.Take(reports, ct) ? Ok() : StatusCode(StatusCodes.Status500InternalServerError);
    }
}
