using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.People;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.FactorResets;

[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class FactorResetsController(ChangeAccount changeAccount, PeoplePages pages) : Controller
{
    [HttpGet("/admin/people/{id}/second-step-reset")]
    public IActionResult Index(string id) => this.SeeOther($"/admin/people/{id}");

    [HttpPost("/admin/people/{id}/second-step-reset")]
    public async Task<IActionResult> Create(string id, CancellationToken ct) =>
        await this.AnswerChange(pages, id, await changeAccount.ResetSecondStep(id, User.AsActor(), ct), ct);
}
