using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Vouchers;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Shared.Versions;

namespace Sweet.Web.Features.Staff.Vouchers;

public sealed class VoucherPages(SweetDbContext db, VoucherScopes scopes, LastEditors editors, TimeProvider clock)
{
    private const int PageSize = 25;
    private const int MostNews = 20;

    /// <summary>Both versions of a voucher that somebody else has changed meanwhile.</summary>
    public async Task<ConflictPage> Conflict(int id, VoucherForm form, SavedVoucher saved, Actor reader, CancellationToken ct)
    {
        var scope = await scopes.Read([saved.Terms], ct);
        var theirs = ReadVoucher.Shown(saved.Terms, saved.Version);
        return new ConflictPage(
            form.Code!, $"/admin/vouchers/{id}", await editors.OfVoucher(form.Code!, reader, ct), saved.Version,
            MergedForm.Of(form.Base, form.Fields(scope), theirs.Fields(scope)))
        {
            Base = theirs.Base!,
        };
    }

    public async Task<VoucherListPage> All(VoucherState state, int number, CancellationToken ct)
    {
        var counts = await db.Vouchers.OrderBy(v => v.Id).Take(1)
            .Select(_ => new VoucherCounts(
                In(VoucherState.Usable).Count(), In(VoucherState.Coming).Count(), In(VoucherState.Ended).Count()))
            .SingleOrDefaultAsync(ct) ?? new VoucherCounts(0, 0, 0);
        var rows = await Rows(In(state).OrderByDescending(v => v.CreatedAtUtc).ThenByDescending(v => v.Id)
            .Skip((number - 1) * PageSize).Take(PageSize)).ToListAsync(ct);
        var total = state switch { VoucherState.Usable => counts.Usable, VoucherState.Coming => counts.Coming, _ => counts.Ended };
        return new VoucherListPage(
            state, counts, new Paged<VoucherRow>(rows, number, total, PageSize), await scopes.Read(rows.Select(r => r.Terms), ct));
    }

    public async Task<VoucherPage?> Find(int id, int number, CancellationToken ct)
    {
        if (await Rows(db.Vouchers.Where(v => v.Id == id)).SingleOrDefaultAsync(ct) is not { } row) return null;

        var uses = await db.Orders.Uses().Where(o => o.VoucherId == id).OrderByDescending(o => o.Id)
            .Skip((number - 1) * PageSize).Take(PageSize)
            .Select(o => new VoucherUse(
                o.EnrollmentId, o.Enrollment.Number, o.Enrollment.FirstName, o.Enrollment.LastName, o.Enrollment.Status, o.TotalMinor,
                o.Currency, o.Enrollment.CreatedAtUtc))
            .ToListAsync(ct);
        var subject = VoucherHistory.SubjectOf(row.Voucher.Code);
        var history = await db.History.Where(h => h.Subject == subject).OrderByDescending(h => h.Id).Take(MostNews)
            .Select(h => new VoucherNews(
                h.From, h.To, h.AtUtc, db.Users.Where(m => m.Id == h.ActorReference).Select(m => m.Name).FirstOrDefault()))
            .ToListAsync(ct);
        var facts = VoucherWords.Of(row.Terms, await scopes.Read([row.Terms], ct));
        return new VoucherPage(row, facts, new Paged<VoucherUse>(uses, number, row.Uses, PageSize), history);
    }

    private IQueryable<Voucher> In(VoucherState state)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var uses = db.Orders.Uses();
        return state switch
        {
            VoucherState.Usable => db.Vouchers.Where(v => v.FromUtc <= nowUtc && (v.UntilUtc == null || v.UntilUtc > nowUtc)
                && uses.Count(o => o.VoucherId == v.Id) < v.MaxUses),
            VoucherState.Coming => db.Vouchers.Where(v => v.FromUtc > nowUtc),
            _ => db.Vouchers.Where(v => (v.UntilUtc != null && v.UntilUtc <= nowUtc)
                || (v.FromUtc <= nowUtc && uses.Count(o => o.VoucherId == v.Id) >= v.MaxUses)),
        };
    }

    private IQueryable<VoucherRow> Rows(IQueryable<Voucher> vouchers)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var uses = db.Orders.Uses();
        return vouchers.AsNoTracking().Select(v => new VoucherRow(
            v,
            uses.Count(o => o.VoucherId == v.Id),
            db.Payments.Where(p => p.Order.VoucherId == v.Id && p.Status == PaymentStatus.Succeeded && p.Currency == v.Currency)
                .Sum(p => p.AmountMinor)
            - db.Refunds.Where(r => r.Order.VoucherId == v.Id && r.Currency == v.Currency
                    && r.Status != RefundStatus.Failed && r.Status != RefundStatus.Cancelled)
                .Sum(r => r.AmountMinor))
        {
            NowUtc = nowUtc,
        });
    }
}
