using Sweet.Domain.ByHand;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;

namespace Sweet.Domain.Transfers;

/// <summary>
/// A seat moves to another cohort: a new enrollment that names the old one, whose worth pays for it. Both cohorts are locked, in the
/// order of their ids, and all is read afresh.
/// </summary>
public static class TransferRules
{
    /// <param name="successor">A live enrollment that names this one, or null.</param>
    public static TransferRefusal? TransferRefusalFor(this Enrollment from, Enrollment? successor) =>
        from.ErasedAtUtc is not null ? TransferRefusal.Erased
        : from.Status != EnrollmentStatus.Confirmed ? TransferRefusal.NotConfirmed
        : successor is not null ? TransferRefusal.UnderWay
        : from.TransferredFromId is not null ? TransferRefusal.TransferredBefore
        : from.Order.IsUnpaidInvoice() ? TransferRefusal.InvoiceUnpaid
        : from.Order.Payments.Any(p => IsInDoubt(from.Order, p)) ? TransferRefusal.MoneyInDoubt
        : null;

    private static bool IsInDoubt(Order order, Payment payment) =>
        order.IsContested(payment) || (payment.Currency != order.Currency && !order.RefundableOf(payment).IsZero);

    /// <summary>Why nobody is moved into the cohort now, or null.</summary>
    /// <param name="live">The address's live enrollment there, or null.</param>
    public static TransferRefusal? TransferRefusalInto(this Enrollment from, Cohort to, Enrollment? live, DateTime nowUtc) =>
        to == from.Cohort || (to.Id != 0 && to.Id == from.CohortId) ? TransferRefusal.SameCohort
        : to.Currency != from.Order.Currency ? TransferRefusal.OtherCurrency
        : !to.TakesTransfersAt(nowUtc) ? TransferRefusal.NotOpen
        : to.SeatsOpen == 0 ? TransferRefusal.Full
        : live is not null ? TransferRefusal.AlreadyEnrolled
        : null;

    public static bool TakesTransfersAt(this Cohort to, DateTime nowUtc) =>
        to.PhaseAt(nowUtc) is CohortPhase.Upcoming or CohortPhase.Open or CohortPhase.Closed or CohortPhase.Full;

    /// <summary>
    /// Takes a seat in the other cohort. Where nothing is due the old one is given back with it; else it stays until the difference
    /// is paid, and the new one is held that long.
    /// </summary>
    /// <exception cref="InvalidOperationException">A refusal; ask first.</exception>
    public static Enrollment Transfer(
        this Enrollment from, Cohort to, TransferQuote quote, TransferTerms terms, Actor by, DateTime nowUtc)
    {
        var refusal = from.TransferRefusalFor(successor: null) ?? from.TransferRefusalInto(to, live: null, nowUtc);
        if (refusal is { } reason) throw new InvalidOperationException($"No transfer: {reason}.");

        var accepted = new PolicyAcceptance(from.Order.RefundPolicyVersionId, from.Order.PrivacyPolicyVersionId);
        var payer = from.Order.PayerName is { } name ? new Payer(name, from.Order.PayerAddress) { Email = from.Order.PayerEmail } : null;
        var registration = new Registration(
            terms.Number, from.ToStudent(), new Origin(from.HeardFrom, from.ArticleSlug, from.Accommodation), payer, accepted)
        {
            AddressProvenAtUtc = from.AddressProvenAtUtc,
            Credits = [.. CreditsOf(from, quote, terms)],
        };
        to.SeatsTaken++;
        var moved = new Enrollment(to, registration, nowUtc + terms.HoldTime, nowUtc)
        {
            TransferredFrom = from,
            TransferredFromId = from.Id,
        };
        moved.Record("Transfer", from.Number, "Began", by, nowUtc, terms.WaivedBecause);
        from.Record("Transfer", null, $"To {moved.Number}", by, nowUtc, terms.WaivedBecause);
        if (moved.Order.Total.IsZero) to.Confirm(moved, by, nowUtc);
        if (!quote.Back.IsZero) from.Order.RequestRefunds(quote.Back, RefundReason.Transferred, by, nowUtc);
        return moved;
    }

    private static IEnumerable<OrderLine> CreditsOf(Enrollment from, TransferQuote quote, TransferTerms terms)
    {
        if (!quote.Credit.IsZero)
            yield return new OrderLine(OrderLineKind.TransferCredit, $"Credit from {from.Number}", -quote.Credit.Minor);
        if (terms.WaivedBecause is not null && !quote.Due.IsZero)
            yield return new OrderLine(OrderLineKind.Waived, "Difference waived", -quote.Due.Minor);
    }

    /// <summary>Whether money for the new seat may still complete the move: the old one and its worth are there.</summary>
    public static bool CanComplete(this Enrollment moved) =>
        moved.TransferredFromId is null
        || (moved.TransferredFrom is { Status: EnrollmentStatus.Confirmed } from && from.Order.Left().Minor >= moved.Order.Credit().Minor);

    /// <summary>The new seat is confirmed: the old one is given back. May be repeated.</summary>
    internal static void CompleteTransfer(this Enrollment moved, Actor by, DateTime nowUtc)
    {
        if (moved.TransferredFromId is null) return;
        if (moved.TransferredFrom is not { } from) throw new InvalidOperationException("The enrollment that it came from was not loaded.");
        if (from.Status != EnrollmentStatus.Confirmed) return;

        from.Cohort.Cancel(from, CancellationReason.Transferred, by, nowUtc, $"To {moved.Number}.");
    }

    /// <summary>What an earlier seat pays for.</summary>
    public static Money Credit(this Order order) =>
        new(-order.Lines.Where(l => l.Kind == OrderLineKind.TransferCredit).Sum(l => l.AmountMinor), order.Currency);

    /// <summary>What of its credit is still with us: it lies on the payments of the earlier seat.</summary>
    /// <exception cref="InvalidOperationException">It has credit, and the enrollment that it came from was not loaded.</exception>
    public static Money CreditLeft(this Order order)
    {
        var credit = order.Credit();
        if (credit.IsZero) return credit;

        var from = order.Enrollment.TransferredFrom
            ?? throw new InvalidOperationException("The enrollment that it came from was not loaded.");
        // What the earlier seat itself was worth stays there: what went back of the credit is counted, not what is left of the payments.
        var drawn = order.RefundsOfCredit().Where(r => r.IsStanding).Sum(r => r.AmountMinor);
        return credit with { Minor = Math.Max(0, Math.Min(from.Order.Left().Minor, credit.Minor - drawn)) };
    }

    /// <summary>What of its credit is no longer with us: refunded since, or taken by a bank. Zero where no earlier seat was loaded.</summary>
    public static Money CreditGoneBack(this Order order) =>
        order.Enrollment.TransferredFrom is null ? Money.Zero(order.Currency) : order.Credit() - order.CreditLeft();

    /// <summary>What of its credit went back, or was asked for: refunds of the payments of the earlier seat.</summary>
    public static IEnumerable<Refund> RefundsOfCredit(this Order order) =>
        order.Enrollment.TransferredFrom?.Order.Refunds
            .Where(r => r.Reason != RefundReason.Transferred && r.RequestedAtUtc >= order.Enrollment.CreatedAtUtc) ?? [];

    /// <summary>What of its own payments has not gone back.</summary>
    public static Money Left(this Order order) => order.Paid - order.GoneBack;

    /// <summary>As <see cref="Order.RequestRefunds"/>, and beyond its own payments out of those that its credit came from.</summary>
    internal static IReadOnlyList<Refund> RequestRefundsWithCredit(
        this Order order, Money amount, RefundReason reason, Actor by, DateTime nowUtc)
    {
        var own = amount with { Minor = Math.Min(amount.Minor, order.Left().Minor) };
        var rest = amount - own;
        var requested = order.RequestRefunds(own, reason, by, nowUtc);
        if (rest.IsZero) return requested;

        var from = order.Enrollment.TransferredFrom ?? throw new InvalidOperationException("More than is left of all payments.");
        // A bank or staff may have taken of it since: what is not there cannot go back.
        var left = rest with { Minor = Math.Clamp(from.Order.Left().Minor, 0, rest.Minor) };
        return left.IsZero ? requested : [.. requested, .. from.Order.RequestRefunds(left, reason, by, nowUtc)];
    }
}

/// <param name="Number">Of the new enrollment.</param>
/// <param name="HoldTime">How long the new seat waits for the difference.</param>
/// <param name="WaivedBecause">Why the difference is not asked for, or null.</param>
public sealed record TransferTerms(string Number, TimeSpan HoldTime, string? WaivedBecause);
