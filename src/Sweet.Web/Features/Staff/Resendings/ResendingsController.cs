using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.Resendings;

[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class ResendingsController(ResendMessage resendMessage) : Controller
{
    [HttpGet("/admin/enrollments/{id:int}/messages/{messageId:int}/resendings/new")]
    public async Task<IActionResult> New(int id, int messageId, CancellationToken ct) =>
        await resendMessage.Read(id, messageId, ct) is { } page ? View(page) : NotFound();

    [HttpGet("/admin/enrollments/{id:int}/messages/{messageId:int}/resendings")]
    public IActionResult Index(int id, int messageId) => this.SeeOther($"/admin/enrollments/{id}/messages/{messageId}/resendings/new");

    [HttpPost("/admin/enrollments/{id:int}/messages/{messageId:int}/resendings")]
    public async Task<IActionResult> Create(int id, int messageId, CancellationToken ct)
    {
        var answer = await resendMessage.Send(id, messageId, User.AsActor(), ct);
        if (answer == ResendingAnswer.Sent) return this.SeeOther($"/admin/enrollments/{id}?show=emails");

        if (answer == ResendingAnswer.NoSuchMessage || await resendMessage.Read(id, messageId, ct) is not { } page) return NotFound();

        if (answer == ResendingAnswer.SentJustNow) page = page with { Refusal = ResendingPage.JustSent };
        return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), page);
    }
}
