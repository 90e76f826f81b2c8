using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Vouchers;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.VoucherEndings;

/// <summary>"End it now": taken back by a later last day.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class VoucherEndingsController(ChangeVoucher changeVoucher) : Controller
{
    [HttpGet("/admin/vouchers/{id:int}/ending")]
    public IActionResult New(int id) => this.SeeOther($"/admin/vouchers/{id}");

    [HttpPost("/admin/vouchers/{id:int}/ending")]
    public async Task<IActionResult> Create(int id, CancellationToken ct) =>
        await changeVoucher.End(id, User.AsActor(), ct) ? this.SeeOther($"/admin/vouchers/{id}") : NotFound();
}
