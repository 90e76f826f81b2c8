using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Vouchers;
using Sweet.Web.Data;

namespace Sweet.Web.Features.Staff.Vouchers;

/// <summary>Makes, changes and ends vouchers, each with its entry in the history. What was sold with one keeps its price.</summary>
public sealed class ChangeVoucher(SweetDbContext db, TimeProvider clock)
{
    /// <returns>Its id; null if there is one of this code.</returns>
    public Task<int?> Make(string code, VoucherTerms terms, VoucherScope scope, Actor by, CancellationToken ct) =>
        db.InTransaction<int?>(
            async transaction =>
            {
                // Of two who make the same at once the unique index lets one save.
                if (await db.Vouchers.AnyAsync(v => v.Code == code, ct)) return null;

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                var voucher = new Voucher(code, terms, nowUtc);
                db.Vouchers.Add(voucher);
                db.History.Add(VoucherHistory.Entry(code, from: null, VoucherWords.Line(VoucherWords.Of(terms, scope)), by, nowUtc));
                await transaction.SaveAndCommit(ct);
                return voucher.Id;
            },
            ct);

    /// <returns>What somebody else has saved since; null if it is changed, or as it was.</returns>
    public Task<SavedVoucher?> Change(int id, int version, VoucherTerms terms, VoucherScope scope, Actor by, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                await db.Vouchers.Where(v => v.Id == id).Lock(v => v.Code, ct);
                var voucher = await db.Vouchers.SingleAsync(v => v.Id == id, ct);
                var before = voucher.Terms;
                if (voucher.Version != version) return new SavedVoucher(before, voucher.Version);
                if (!voucher.Change(terms)) return null;

                var (from, to) = VoucherWords.Difference(before, voucher.Terms, scope);
                db.History.Add(VoucherHistory.Entry(voucher.Code, from, to, by, clock.GetUtcNow().UtcDateTime));
                await transaction.SaveAndCommit(ct);
                return null;
            },
            ct);

    /// <summary>Nobody can use it from now on. May be repeated.</summary>
    /// <returns>False if there is none.</returns>
    public Task<bool> End(int id, Actor by, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                if (await db.Vouchers.Where(v => v.Id == id).Lock(v => v.Code, ct) == 0) return false;

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                var voucher = await db.Vouchers.SingleAsync(v => v.Id == id, ct);
                if (!voucher.End(nowUtc)) return true;

                db.History.Add(VoucherHistory.Entry(voucher.Code, "In use", "Ended", by, nowUtc));
                await transaction.SaveAndCommit(ct);
                return true;
            },
            ct);
}

public sealed record SavedVoucher(VoucherTerms Terms, int Version);
