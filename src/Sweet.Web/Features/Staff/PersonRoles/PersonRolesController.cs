using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Domain.Staff;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.People;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.PersonRoles;

[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class PersonRolesController(ChangeAccount changeAccount, PeoplePages pages) : Controller
{
    [HttpGet("/admin/people/{id}/roles")]
    public IActionResult Index(string id) => this.SeeOther($"/admin/people/{id}");

    [HttpPost("/admin/people/{id}/roles")]
    public async Task<IActionResult> Create(string id, PersonRolesForm form, CancellationToken ct) =>
        await this.AnswerChange(pages, id, await changeAccount.SetRoles(id, form.Roles, form.SeenRoles, User.AsActor(), ct), ct);
}

public sealed class PersonRolesForm
{
    public bool IsAdmin { get; set; }

    public bool IsMarketing { get; set; }

    /// <summary>The roles that the page has shown.</summary>
    public string? Seen { get; set; }

    internal StaffRoles Roles => new(IsAdmin, IsMarketing);

    internal StaffRoles SeenRoles => StaffRoles.Of((Seen ?? "").Split(PersonRow.Between));
}
