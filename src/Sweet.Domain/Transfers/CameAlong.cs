using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;

namespace Sweet.Domain.Transfers;

/// <summary>
/// What earlier seats pay for. However often a seat has moved, the money lies on the payments that brought it, and goes back to them.
/// </summary>
public static class CameAlong
{
    /// <summary>Attaches what was read by itself, of the seat that this one takes the place of.</summary>
    public static void Recall(this Enrollment moved, Enrollment from)
    {
        if (moved.TransferredFromId != from.Id) throw new ArgumentException("It came from another one.", nameof(from));

        moved.TransferredFrom = from;
    }

    /// <summary>Of the seats that it came from, the latest first.</summary>
    /// <exception cref="InvalidOperationException">One of them was not loaded.</exception>
    public static IEnumerable<Order> EarlierOrders(this Order order)
    {
        for (var seat = order.Enrollment; seat.TransferredFromId is not null; seat = seat.TransferredFrom)
        {
            if (seat.TransferredFrom is null) throw new InvalidOperationException("The enrollment that it came from was not loaded.");
            yield return seat.TransferredFrom.Order;
        }
    }

    /// <summary>What an earlier seat pays for.</summary>
    public static Money Credit(this Order order) =>
        new(-order.Lines.Where(l => l.Kind == OrderLineKind.TransferCredit).Sum(l => l.AmountMinor), order.Currency);

    /// <summary>What of its credit is still with us, and pays for this seat and no later one.</summary>
    /// <exception cref="InvalidOperationException">It has credit, and an enrollment that it came from was not loaded.</exception>
    public static Money CreditLeft(this Order order)
    {
        var credit = order.Credit();
        if (credit.IsZero || order.Enrollment.CancelledWhy == CancellationReason.Transferred) return Money.Zero(order.Currency);

        // What the earlier seats themselves were worth stays there: what went back of the credit counts, not what is left of the payments.
        var drawn = order.RefundsOfCredit().Where(r => r.IsStanding).Sum(r => r.AmountMinor);
        var there = order.EarlierOrders().Sum(o => o.Left().Minor);
        return credit with { Minor = Math.Max(0, Math.Min(there, credit.Minor - drawn)) };
    }

    /// <summary>What of its credit went back or was taken by a bank.</summary>
    public static Money CreditGone(this Order order) =>
        order.Credit() is { IsZero: false } credit ? credit - order.CreditLeft() : order.Credit();

    /// <summary>What of its credit went back, or was asked for: refunds of the payments of the earlier seats.</summary>
    public static IEnumerable<Refund> RefundsOfCredit(this Order order) =>
        order.EarlierOrders().SelectMany(o => o.Refunds).Where(r =>
            r.Currency == order.Currency && r.RequestedAtUtc >= order.Enrollment.CreatedAtUtc && IsOfSeat(r.Reason));

    /// <summary>What staff have not asked for.</summary>
    internal static Money Waived(this Order order) =>
        new(-order.Lines.Where(l => l.Kind == OrderLineKind.Waived).Sum(l => l.AmountMinor), order.Currency);

    /// <summary>What staff have given back while the seat stayed.</summary>
    internal static Money GivenBesideSeat(this Order order) => new(
        order.Refunds.Concat(order.RefundsOfCredit()).Where(r => r.IsStanding && r.Currency == order.Currency)
            // All of it gone at Stripe opens a case: nobody has said that the seat stays.
            .Where(r => r.Reason == RefundReason.Staff || (r.Reason == RefundReason.MadeAtStripe && !order.IsAllGoneBack))
            .Sum(r => r.AmountMinor),
        order.Currency);

    /// <summary>What of its own payments has not gone back.</summary>
    public static Money Left(this Order order) => order.Paid - order.GoneBack;

    /// <summary>As <see cref="Order.RequestRefunds"/>, and beyond its own payments out of those that its credit came from.</summary>
    internal static IReadOnlyList<Refund> RequestRefundsWithCredit(
        this Order order, Money amount, RefundReason reason, Actor by, DateTime nowUtc)
    {
        var own = amount with { Minor = Math.Min(amount.Minor, order.Left().Minor) };
        var rest = amount - own;
        // A bank or staff may have taken of it since: what is not there cannot go back.
        var ofCredit = rest.IsZero ? rest : rest with { Minor = Math.Min(rest.Minor, order.CreditLeft().Minor) };
        return [.. order.RequestRefunds(own, reason, by, nowUtc), .. order.RequestRefundsOfCredit(ofCredit, reason, by, nowUtc)];
    }

    /// <summary>Out of the payments of the latest of the earlier seats first.</summary>
    internal static IReadOnlyList<Refund> RequestRefundsOfCredit(
        this Order order, Money amount, RefundReason reason, Actor by, DateTime nowUtc)
    {
        List<Refund> requested = [];
        if (amount.IsZero) return requested;

        foreach (var earlier in order.EarlierOrders())
        {
            var part = amount with { Minor = Math.Min(amount.Minor, earlier.Left().Minor) };
            requested.AddRange(earlier.RequestRefunds(part, reason, by, nowUtc));
            amount -= part;
        }

        return requested;
    }

    // A second payment, or a late one, paid for nothing; what a move gave back was never part of the credit.
    private static bool IsOfSeat(RefundReason reason) => reason is not (
        RefundReason.Transferred or RefundReason.NoSeat or RefundReason.PaidTwice or RefundReason.EnrolledElsewhere
        or RefundReason.EnrollmentCancelled);
}
