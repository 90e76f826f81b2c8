using Sweet.Domain.Courses;
using Sweet.Domain.Orders;

namespace Sweet.Domain.Vouchers;

/// <summary>A voucher that somebody wants to use, with how often it is used.</summary>
/// <param name="Uses">Counted by <see cref="VoucherQueries.Uses"/>, after cohort and voucher were locked.</param>
public sealed record VoucherClaim(Voucher Voucher, int Uses, int UsesOfAddress)
{
    /// <summary>Why it cannot be used in the cohort now, or null.</summary>
    public VoucherRefusal? RefusalFor(Cohort cohort, DateTime nowUtc) => Voucher.RefusalFor(cohort, Uses, UsesOfAddress, nowUtc);

    /// <exception cref="InvalidOperationException"><see cref="RefusalFor"/> gives a reason; ask first.</exception>
    internal OrderLine LineFor(Cohort cohort, DateTime nowUtc) =>
        RefusalFor(cohort, nowUtc) is { } reason
            ? throw new InvalidOperationException($"No voucher: {reason}.")
            : new OrderLine(OrderLineKind.Voucher, $"Voucher {Voucher.Code}", -Voucher.Terms.Off(cohort.PriceAt(nowUtc)).Minor);
}
