using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Vouchers;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.Vouchers;

/// <summary>Codes that lower a price.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class VouchersController(
    SweetDbContext db, VoucherPages pages, VoucherScopes scopes, ChangeVoucher changeVoucher, TimeProvider clock) : Controller
{
    [HttpGet("/admin/vouchers")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var state = Enum.TryParse<VoucherState>(Request.Query["state"], ignoreCase: true, out var asked) ? asked : VoucherState.Usable;
        return View(await pages.All(state, Pager.NumberFrom(Request), ct));
    }

    [HttpGet("/admin/vouchers/{id:int}")]
    public async Task<IActionResult> Show(int id, CancellationToken ct) =>
        await pages.Find(id, Pager.NumberFrom(Request), ct) is { } page ? View(page) : NotFound();

    [HttpGet("/admin/vouchers/new")]
    public async Task<IActionResult> New(CancellationToken ct) =>
        View(new VoucherFormPage(Id: null, ReadVoucher.Empty(clock.GetUtcNow().UtcDateTime), await scopes.Read([], ct)));

    [HttpPost("/admin/vouchers")]
    public async Task<IActionResult> Create(VoucherForm form, CancellationToken ct)
    {
        var scope = await scopes.Read([], ct);
        var code = Voucher.ReadCode(form.Code);
        if (code is null) ModelState.TryAddModelError(nameof(form.Code), "Enter a code of 4 to 20 letters, digits, and hyphens");
        var terms = new ReadVoucher(form, before: null, ModelState).Terms(scope);
        var page = new VoucherFormPage(Id: null, form, scope) { Terms = terms };
        if (terms is null || code is null) return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), page);
        if (form.Preview) return View(nameof(New), page);
        if (await changeVoucher.Make(code, terms, scope, User.AsActor(), ct) is { } id) return this.SeeOther($"/admin/vouchers/{id}");

        ModelState.AddModelError(nameof(form.Code), "There is a voucher with this code already");
        return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), page);
    }

    [HttpGet("/admin/vouchers/{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, CancellationToken ct)
    {
        if (await Find(id, ct) is not { } voucher) return NotFound();

        var form = ReadVoucher.Shown(voucher.Terms, voucher.Version);
        form.Code = voucher.Code;
        return View(new VoucherFormPage(id, form, await scopes.Read([voucher.Terms], ct)) { Terms = voucher.Terms });
    }

    [HttpPost("/admin/vouchers/{id:int}")]
    public async Task<IActionResult> Update(int id, VoucherForm form, CancellationToken ct)
    {
        if (await Find(id, ct) is not { } voucher) return NotFound();

        form.Code = voucher.Code;
        form.TakeChosen();
        var scope = await scopes.Read([voucher.Terms], ct);
        var terms = new ReadVoucher(form, voucher.Terms, ModelState).Terms(scope);
        var page = new VoucherFormPage(id, form, scope) { Terms = terms };
        if (terms is null) return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(Edit), page);
        if (form.Preview) return View(nameof(Edit), page);
        if (await changeVoucher.Change(id, form.Version, terms, scope, User.AsActor(), ct) is not { } saved)
            return this.SeeOther($"/admin/vouchers/{id}");

        return this.Answer(StatusCodes.Status409Conflict, "_Conflict", await pages.Conflict(id, form, saved, User.AsActor(), ct));
    }

    private Task<Voucher?> Find(int id, CancellationToken ct) => db.Vouchers.AsNoTracking().SingleOrDefaultAsync(v => v.Id == id, ct);
}
