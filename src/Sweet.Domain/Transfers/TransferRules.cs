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
        : from.Order.IsUnpaidInvoice() ? TransferRefusal.InvoiceUnpaid
        : from.Order.EarlierOrders().Prepend(from.Order).Any(IsInDoubt) ? TransferRefusal.MoneyInDoubt
        : null;

    private static bool IsInDoubt(Order order) => order.Payments.Any(p =>
        order.IsContested(p) || (p.Currency != order.Currency && !order.RefundableOf(p).IsZero));

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
            By = by,
            LacksDetails = from.LacksDetails,
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
        // Before the old seat ends: what came along to it moves on then.
        from.Order.RequestRefundsWithCredit(quote.Back, RefundReason.Transferred, by, nowUtc);
        if (moved.Order.Total.IsZero) to.Confirm(moved, by, nowUtc);
        return moved;
    }

    private static IEnumerable<OrderLine> CreditsOf(Enrollment from, TransferQuote quote, TransferTerms terms)
    {
        if (!quote.Credit.IsZero)
            yield return new OrderLine(OrderLineKind.TransferCredit, $"Credit from {from.Number}", -quote.Credit.Minor);
        if (!quote.Reduced.IsZero)
            yield return new OrderLine(OrderLineKind.Waived, $"Not asked for again, as under {from.Number}", -quote.Reduced.Minor);
        if (terms.WaivedBecause is not null && !quote.Due.IsZero)
            yield return new OrderLine(OrderLineKind.Waived, "Difference waived", -quote.Due.Minor);
    }

    /// <summary>Whether money for the new seat may still complete the move: the old one and its worth are there.</summary>
    public static bool CanComplete(this Enrollment moved) =>
        moved.TransferredFromId is null
        || (moved.TransferredFrom is { Status: EnrollmentStatus.Confirmed } from
            && (from.Order.Left() + from.Order.CreditLeft()).Minor >= moved.Order.Credit().Minor);

    /// <summary>The new seat is confirmed: the old one is given back. May be repeated.</summary>
    internal static void CompleteTransfer(this Enrollment moved, Actor by, DateTime nowUtc)
    {
        if (moved.TransferredFromId is null) return;
        if (moved.TransferredFrom is not { } from) throw new InvalidOperationException("The enrollment that it came from was not loaded.");
        if (from.Status != EnrollmentStatus.Confirmed) return;

        from.Cohort.Cancel(from, CancellationReason.Transferred, by, nowUtc, $"To {moved.Number}.");
    }
}

/// <param name="Number">Of the new enrollment.</param>
/// <param name="HoldTime">How long the new seat waits for the difference.</param>
/// <param name="WaivedBecause">Why the difference is not asked for, or null.</param>
public sealed record TransferTerms(string Number, TimeSpan HoldTime, string? WaivedBecause);
