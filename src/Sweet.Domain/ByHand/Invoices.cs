using System.Linq.Expressions;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;

namespace Sweet.Domain.ByHand;

/// <summary>An invoice to whoever pays for a seat: the seat stays while nobody has paid, until staff decide otherwise.</summary>
public static class Invoices
{
    private static readonly Expression<Func<Order, bool>> Unpaid =
        o => o.InvoiceDueOn != null && o.Enrollment.Status == EnrollmentStatus.Confirmed && !o.Payments.Any();

    private static readonly Func<Order, bool> UnpaidInMemory = Unpaid.Compile();

    /// <summary>Those that are waited for; the seat is taken.</summary>
    public static IQueryable<Order> UnpaidInvoices(this IQueryable<Order> orders) => orders.Where(Unpaid);

    /// <summary>Those of seats that have ended: nobody waits for the money, and it may come all the same.</summary>
    public static IQueryable<Order> EndedInvoices(this IQueryable<Order> orders) =>
        orders.Where(o => o.InvoiceDueOn != null && o.Enrollment.Status != EnrollmentStatus.Confirmed && !o.Payments.Any());

    /// <summary>Money that came outside Stripe once the seat had ended, of which nothing was returned.</summary>
    public static IQueryable<Payment> CameAfterTheSeat(this IQueryable<Payment> payments) => payments.Where(p =>
        p.OutsideWay != null && p.Status == PaymentStatus.Succeeded && p.SettledAtUtc >= p.Order.Enrollment.EndedAtUtc
        && !p.Order.Refunds.Any());

    /// <summary>With its enrollment and payments.</summary>
    public static bool IsUnpaidInvoice(this Order order) => UnpaidInMemory(order);

    /// <summary>Also after the seat has ended: a check may be in the mail. What came then is staff's to return.</summary>
    public static bool MayStillBePaid(this Order order) => order is { InvoiceDueOn: not null, Payments.Count: 0 };

    /// <exception cref="InvalidOperationException"><see cref="IsUnpaidInvoice"/> says no; ask first.</exception>
    public static void WaitForInvoice(this Order order, DateOnly dueOn, string? why, Actor by, DateTime nowUtc)
    {
        if (!order.IsUnpaidInvoice()) throw new InvalidOperationException("There is no invoice that waits to be paid.");

        order.Enrollment.Record("Invoice", Day(order.InvoiceDueOn!.Value), Day(dueOn), by, nowUtc, why);
        order.InvoiceDueOn = dueOn;
    }

    /// <summary>All of it was paid, outside Stripe.</summary>
    /// <exception cref="InvalidOperationException"><see cref="MayStillBePaid"/> says no; ask first.</exception>
    public static void PayInvoice(this Order order, OutsideWay way, string reference, DateTime receivedAtUtc, Actor by, DateTime nowUtc)
    {
        if (!order.MayStillBePaid()) throw new InvalidOperationException("There is no invoice that could be paid.");

        order.AddOutside(new OutsideMoney(order.Total, way, reference, receivedAtUtc), by, nowUtc);
    }

    private static string Day(DateOnly day) => $"due {day:yyyy-MM-dd}";
}
