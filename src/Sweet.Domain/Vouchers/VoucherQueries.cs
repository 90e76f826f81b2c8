using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;

namespace Sweet.Domain.Vouchers;

public static class VoucherQueries
{
    /// <summary>
    /// The orders that use a voucher: those whose enrollment is live, and those whose seat was given back while a bank works on
    /// their payment, which may bring it back.
    /// </summary>
    public static IQueryable<Order> Uses(this IQueryable<Order> orders) =>
        orders.Where(o => o.VoucherId != null
            && (o.Enrollment.Status == EnrollmentStatus.Held || o.Enrollment.Status == EnrollmentStatus.Processing
                || o.Enrollment.Status == EnrollmentStatus.Confirmed || o.Payments.Any(p => p.Status == PaymentStatus.Processing)));
}
