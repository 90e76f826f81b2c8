using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Domain.Messages;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Emails;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.EmailResendings;

[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class EmailResendingsController(ResendToStaff resendToStaff, EmailPages pages) : Controller
{
    [HttpGet("/admin/outbox/{id:int}/resendings")]
    public IActionResult Index(int id) => this.SeeOther($"/admin/outbox/{id}");

    [HttpPost("/admin/outbox/{id:int}/resendings")]
    public async Task<IActionResult> Create(int id, CancellationToken ct)
    {
        var refusal = await resendToStaff.Send(id, User.AsActor(), ct);
        if (await pages.Find(id, ct) is not { } page) return NotFound();
        if (refusal is null) return this.SeeOther($"/admin/outbox/{id}");

        var problem = refusal switch
        {
            StaffResendingRefusal.NotToStaff => "It was not sent again: it is not to staff.",
            StaffResendingRefusal.SentJustNow =>
                "It was sent again a moment ago, and not once more now. Wait ten minutes before you send it another time.",
            _ => "It was not sent again: it has not come back.",
        };
        return this.Answer(StatusCodes.Status422UnprocessableEntity, "/Features/Staff/Emails/Show.cshtml", page with { Problem = problem });
    }
}
