using Sweet.Domain.Courses;
using Sweet.Domain.Vouchers;

namespace Sweet.Domain.Orders;

/// <summary>What a price is made of.</summary>
internal static class OrderLines
{
    public static IEnumerable<OrderLine> Of(Cohort cohort, VoucherClaim? voucher, DateTime nowUtc)
    {
        yield return new OrderLine(OrderLineKind.Course, cohort.Course.FullTitle, cohort.PriceMinor);
        if (cohort.IsEarlyAt(nowUtc))
            yield return new OrderLine(OrderLineKind.EarlyPrice, "Early price", cohort.PriceAt(nowUtc).Minor - cohort.PriceMinor);
        if (voucher is not null) yield return voucher.LineFor(cohort, nowUtc);
    }
}
