using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Vouchers;
using Sweet.Web.Data;

namespace Sweet.Web.Features.Students.Enrollments;

/// <summary>Finds the voucher of a code that was typed, with how often it is used.</summary>
public static class ClaimedVouchers
{
    /// <summary>
    /// Locks it first, until the transaction ends: whoever wants the last use too waits, and then sees that it is gone. Always
    /// after the cohort, in every transaction that takes both.
    /// </summary>
    public static async Task<VoucherClaim?> LockVoucher(this SweetDbContext db, string typed, string emailKey, CancellationToken ct)
    {
        if (Voucher.ReadCode(typed) is not { } code) return null;

        return await db.Vouchers.Where(v => v.Code == code).Lock(v => v.Code, ct) == 0 ? null : await db.FindVoucher(code, emailKey, ct);
    }

    /// <summary>What is only shown: the address is not known yet, and the last use may be gone in a moment.</summary>
    public static async Task<VoucherClaim?> FindVoucher(this SweetDbContext db, string typed, string? emailKey, CancellationToken ct)
    {
        var code = Voucher.ReadCode(typed);
        var uses = db.Orders.Uses();
        return await db.Vouchers.AsNoTracking().Where(v => v.Code == code)
            .Select(v => new VoucherClaim(
                v, uses.Count(o => o.VoucherId == v.Id), uses.Count(o => o.VoucherId == v.Id && o.Enrollment.EmailKey == emailKey)))
            .SingleOrDefaultAsync(ct);
    }
}
