using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Rosters;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.RosterColumns;

/// <summary>Which columns a staff member has in every roster: kept with the account.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class RosterColumnsController(SweetDbContext db) : Controller
{
    [HttpGet("/admin/cohorts/{id:int}/roster/columns")]
    public IActionResult Show(int id) => this.SeeOther($"/admin/cohorts/{id}/roster");

    [HttpPost("/admin/cohorts/{id:int}/roster/columns")]
    public async Task<IActionResult> Update(int id, RosterColumnsForm form, CancellationToken ct)
    {
        var (staffId, kept) = (User.StaffId(), RosterColumnText.Kept(form.Chosen));
        await db.InTransaction(
            async transaction =>
            {
                await db.Users.Where(m => m.Id == staffId).ExecuteUpdateAsync(set => set.SetProperty(m => m.RosterColumns, kept), ct);
                await transaction.SaveAndCommit(ct);
            },
            ct);
        return this.SeeOther($"/admin/cohorts/{id}/roster{form.BackWithin}");
    }
}
