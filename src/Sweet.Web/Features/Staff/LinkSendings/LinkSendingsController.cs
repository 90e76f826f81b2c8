using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Enrollments;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.LinkSendings;

[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class LinkSendingsController(SendLink sendLink, StudentReading students) : Controller
{
    private const string TooOften =
        "The link was not sent: several emails have gone to this address today, and it has not "
        + "been shown to be the student’s. Try again tomorrow.";

    [HttpGet("/admin/enrollments/{id:int}/link-sendings")]
    public IActionResult Index(int id) => this.SeeOther($"/admin/enrollments/{id}");

    [HttpPost("/admin/enrollments/{id:int}/link-sendings")]
    public async Task<IActionResult> Create(int id, CancellationToken ct)
    {
        var sent = await sendLink.Send(id, User.AsActor(), ct);
        if (sent == LinkSent.Sent) return this.SeeOther($"/admin/enrollments/{id}?show=emails");

        return sent == LinkSent.TooOften && await students.Read(id, null, ct) is { } page
            ? this.Answer(StatusCodes.Status422UnprocessableEntity, StudentPage.View, page with { Problem = TooOften })
            : NotFound();
    }
}
