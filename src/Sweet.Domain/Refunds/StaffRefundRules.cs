using System.Globalization;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Transfers;
using Sweet.Domain.Waitlists;

namespace Sweet.Domain.Refunds;

/// <summary>What staff may send back of an enrollment's money, and what it does. For a change: locked, and all read afresh.</summary>
public sealed class StaffRefundRules(Enrollment enrollment, DateTime nowUtc)
{
    private readonly Order order = enrollment.Order;

    public bool CanEndSeat => enrollment.WithdrawalRefusalFor(nowUtc) is null;

    /// <summary>The rule says what comes back to who gives a paid seat back.</summary>
    public bool HasRule => CanEndSeat && !Left.IsZero;

    public int ClassesBegun => enrollment.ClassesCountedAt(nowUtc);

    /// <summary>Of all payments in the currency of the price, with what came along from an earlier seat.</summary>
    public Money Left => order.Left() + CameAlong;

    /// <summary>What came along from an earlier seat, and goes back to the payments of that one.</summary>
    public Money CameAlong => order.CreditLeft();

    /// <summary>Payments of which something is left, in any currency.</summary>
    public IReadOnlyList<Payment> Payments => [.. order.Payments.Where(p => !order.RefundableOf(p).IsZero)];

    /// <summary>Those that a refund comes out of, each with its order: own ones, then those of an earlier seat.</summary>
    public IReadOnlyList<(Order Order, Payment Payment)> PaymentsFor(StaffRefund asked)
    {
        if (PaymentOf(asked) is { } chosen) return [(order, chosen)];

        var orders = CameAlong.IsZero ? [order] : order.EarlierOrders().Prepend(order);
        return
        [
            .. orders.SelectMany(o => o.Payments.Where(p => p.Currency == o.Currency && !o.RefundableOf(p).IsZero).Select(p => (o, p))),
        ];
    }

    /// <summary>What is asked for where a page has not been told anything else.</summary>
    public StaffRefund Usual => new(HasRule ? RefundSum.ByRule : Left.IsZero ? RefundSum.Nothing : RefundSum.All, CanEndSeat);

    public Money LeftFor(StaffRefund asked) => PaymentOf(asked) is { } payment ? order.RefundableOf(payment) : Left;

    public WithdrawalQuote QuoteFor(StaffRefund asked) =>
        order.QuoteWithdrawal(Math.Clamp(asked.ClassesCounted ?? ClassesBegun, 0, order.ClassesBought));

    /// <summary>How much goes back; zero for a sum that is none.</summary>
    public Money SumOf(StaffRefund asked) => asked.How switch
    {
        RefundSum.ByRule => QuoteFor(asked).Back,
        RefundSum.All => LeftFor(asked),
        RefundSum.Other when asked.Amount is { } units => Money.FromUnits(units, LeftFor(asked).Currency) ?? Money.Zero(order.Currency),
        _ => Money.Zero(order.Currency),
    };

    /// <summary>What the page behind the button has shown: another text means that something has moved.</summary>
    public string Seen(StaffRefund asked) => string.Create(
        CultureInfo.InvariantCulture,
        $"{enrollment.Status} {SumOf(asked)} of {string.Join('+', order.Payments.Select(order.RefundableOf))} and {CameAlong}");

    /// <summary>Only what the rule itself says needs no reason.</summary>
    public bool NeedsReason(StaffRefund asked) =>
        !(asked is { How: RefundSum.ByRule, EndsSeat: true } && (asked.ClassesCounted ?? ClassesBegun) == ClassesBegun);

    /// <summary>Why it cannot be done so, or null.</summary>
    public StaffRefundRefusal? RefusalFor(StaffRefund asked) =>
        asked.Seen is { } seen && seen != Seen(asked) ? StaffRefundRefusal.Changed
        : asked.EndsSeat && !CanEndSeat ? StaffRefundRefusal.SeatDoesNotEnd
        : asked.ClassesCounted < 0 || asked.ClassesCounted > order.ClassesBought ? StaffRefundRefusal.WrongCount
        : asked.PaymentId is not null && PaymentOf(asked) is null ? StaffRefundRefusal.NoSuchPayment
        : asked.How == RefundSum.ByRule && !HasRule ? StaffRefundRefusal.NoRule
        : asked is { How: RefundSum.Other, Amount: null } ? StaffRefundRefusal.SumMissing
        : asked.How == RefundSum.Other && SumOf(asked).Minor <= 0 ? StaffRefundRefusal.NoSum
        : SumOf(asked) is var sum && sum.Minor > LeftFor(asked).Minor ? StaffRefundRefusal.MoreThanLeft
        : order.WaitingPayment() is not null && !sum.IsZero && sum != LeftFor(asked) ? StaffRefundRefusal.WaitsWhole
        : sum.IsZero && !asked.EndsSeat ? StaffRefundRefusal.NothingToDo
        : NeedsReason(asked) && string.IsNullOrWhiteSpace(asked.Reason) ? StaffRefundRefusal.ReasonMissing
        : null;

    /// <returns>The refunds that were asked for; none if nothing goes back.</returns>
    /// <exception cref="InvalidOperationException"><see cref="RefusalFor"/> gives a reason; ask first.</exception>
    public IReadOnlyList<Refund> Carry(StaffRefund asked, Actor by)
    {
        if (RefusalFor(asked) is { } refusal) throw new InvalidOperationException($"Not sent back: {refusal}.");

        var (sum, left) = (SumOf(asked), LeftFor(asked));
        var note = asked.How == RefundSum.ByRule ? $"{QuoteFor(asked)} {asked.Reason}".Trim() : asked.Reason;
        if (asked.EndsSeat) enrollment.Cohort.Cancel(enrollment, CancellationReason.Staff, by, nowUtc, note);
        if (sum.IsZero) return [];

        enrollment.Record("Money", $"{left} with us", $"{left - sum} with us", by, nowUtc, note);
        return PaymentOf(asked) is { } payment
            ? [order.RequestRefund(payment, sum, RefundReason.Staff, by, nowUtc)]
            : order.RequestRefundsWithCredit(sum, RefundReason.Staff, by, nowUtc);
    }

    private Payment? PaymentOf(StaffRefund asked) => order.Payments.FirstOrDefault(p => p.Id == asked.PaymentId);
}
