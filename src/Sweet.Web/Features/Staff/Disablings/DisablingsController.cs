using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.People;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.Disablings;

[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class DisablingsController(ChangeAccount changeAccount, PeoplePages pages) : Controller
{
    [HttpGet("/admin/people/{id}/disabling")]
    public IActionResult Index(string id) => this.SeeOther($"/admin/people/{id}");

    [HttpPost("/admin/people/{id}/disabling")]
    public async Task<IActionResult> Create(string id, CancellationToken ct) =>
        await this.AnswerChange(pages, id, await changeAccount.Disable(id, User.AsActor(), ct), ct);
}
