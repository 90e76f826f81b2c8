using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Disputes;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;

namespace Sweet.Web.Wording.Receipts;

/// <summary>A receipt in words: the page and the email say the same.</summary>
public static class ReceiptText
{
    /// <summary>In the place of the payment, while nobody has paid.</summary>
    public const string Invoiced = "not yet; an invoice is open";

    /// <param name="ein">Empty: not set.</param>
    /// <returns>One line, or none.</returns>
    public static IReadOnlyList<string> TaxId(string ein) => ein.Length == 0 ? [] : [$"EIN {ein}"];

    /// <summary>None is charged: a price of ours is all that is paid.</summary>
    public static Money Tax(Order order) => Money.Zero(order.Currency);

    /// <summary>The day of the last thing that stands on it: a payment, a refund, or the seat itself.</summary>
    public static DateTime IssuedAtUtc(Enrollment enrollment)
    {
        var order = enrollment.Order;
        DateTime?[] moments =
        [
            enrollment.ConfirmedAtUtc,
            .. PaymentsOf(order).Select(p => p.SettledAtUtc),
            .. RefundsOf(order).Select(r => (DateTime?)WhenOf(r)),
            .. TakenByBankFrom(order).Select(d => d.ClosedAtUtc),
        ];
        return moments.Max() ?? enrollment.CreatedAtUtc;
    }

    /// <summary>"January 12, 2027", one a class, in the order of time.</summary>
    public static IReadOnlyList<string> ClassDates(Cohort cohort) =>
        [.. cohort.Meetings.OrderBy(m => m.StartsAtUtc).Select(m => ZonedTime.At(m.StartsAtUtc, cohort.TimeZone).Date)];

    /// <summary>When it was settled here, or came to us as staff say.</summary>
    public static DateTime PaidAtUtc(Payment payment) =>
        (payment.IsOutside ? payment.CapturedAtUtc : payment.SettledAtUtc) ?? payment.CreatedAtUtc;

    public static IEnumerable<Payment> PaymentsOf(Order order) => order.Payments.Where(p => p.Status == PaymentStatus.Succeeded);

    /// <summary>What goes or went back: what failed or was stopped is no part of a receipt.</summary>
    public static IEnumerable<Refund> RefundsOf(Order order) => order.Refunds.Where(r => r.IsStanding);

    /// <summary>How its line begins; the day follows.</summary>
    public static string WhatOf(Refund refund) =>
        refund.Status == RefundStatus.Succeeded ? "Refunded on" : "Refund, not sent yet, requested on";

    public static DateTime WhenOf(Refund refund) =>
        refund.Status == RefundStatus.Succeeded ? refund.SettledAtUtc ?? refund.RequestedAtUtc : refund.RequestedAtUtc;

    /// <summary>"−$100.00": what goes back is taken off.</summary>
    public static string AmountOf(Refund refund) => (refund.Amount with { Minor = -refund.AmountMinor }).Exact();

    /// <summary>Disputes by which a bank has given money back that a refund had not.</summary>
    public static IEnumerable<Dispute> TakenByBankFrom(Order order) =>
        order.Disputes.Where(d => d.Status == DisputeStatus.Lost && !TakenBy(d).IsZero);

    /// <summary>"−$100.00"</summary>
    public static string AmountOf(Dispute lost) => (lost.Amount with { Minor = -TakenBy(lost).Minor }).Exact();

    // Of a payment never more goes back than all of it.
    private static Money TakenBy(Dispute lost)
    {
        var refunded = RefundsOf(lost.Order).Where(r => r.IsOf(lost.Payment)).Sum(r => r.AmountMinor);
        return lost.Amount with { Minor = Math.Clamp(lost.Payment.AmountMinor - refunded, 0, lost.AmountMinor) };
    }

    /// <summary>What stays paid, in each currency that was paid in; the price's first.</summary>
    public static IReadOnlyList<Money> Remaining(Order order) =>
    [
        .. PaymentsOf(order).Select(p => p.Currency).Distinct(StringComparer.Ordinal)
            .OrderBy(c => c != order.Currency)
            .Select(c => new Money(PaymentsOf(order).Where(p => p.Currency == c).Sum(p => order.RefundableOf(p).Minor), c)),
    ];
}
