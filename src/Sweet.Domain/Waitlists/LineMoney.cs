using Sweet.Domain.Courses;
using Sweet.Domain.Disputes;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;

namespace Sweet.Domain.Waitlists;

/// <summary>
/// Late money of a full cohort. Its refund is requested at once and waits for the payer's choice; whoever chooses to wait stands at
/// the end of the line like anybody else, and has paid when it is their turn. As <see cref="LineRules"/>, only behind the lock.
/// </summary>
public static class LineMoney
{
    /// <summary>How long the payer may choose, where there is time; as an offer, shorter near the end of registration.</summary>
    public static readonly TimeSpan TimeToChoose = TimeSpan.FromHours(24);

    /// <summary>No instance sends a refund while the clock of another says that the payer may still choose.</summary>
    public static readonly TimeSpan ClocksApart = TimeSpan.FromMinutes(5);

    public static Payment? WaitingPayment(this Order order) =>
        order.Payments.FirstOrDefault(p => p.Decision == PaymentDecision.WaitsInLine);

    /// <summary>The refund that the payer may still choose to let wait in line, or null.</summary>
    public static Refund? ChoiceAt(this Order order, DateTime nowUtc) => order.Refunds.FirstOrDefault(r => r.IsChoiceOpenAt(nowUtc));

    /// <summary>A new refund of all of a late payment is not sent before the payer has chosen, or the time for it is over.</summary>
    internal static void LetPayerChoose(this Cohort cohort, Refund refund, DateTime nowUtc)
    {
        var order = refund.Order;
        var isLate = refund.Reason == RefundReason.NoSeat && refund.Amount == refund.Payment.Amount;
        if (!isLate || cohort.PhaseAt(nowUtc) != CohortPhase.Full) return;

        // The difference of a transfer pays for no seat by itself, and of two late payments one waits.
        if (order.Enrollment.TransferredFromId is null && order.WaitingPayment() is null && order.ChoiceAt(nowUtc) is null)
            refund.AwaitChoice(cohort.OfferEndsAt(TimeToChoose, nowUtc));
    }

    /// <summary>Why the late payment of an enrollment cannot wait in line, or null.</summary>
    /// <param name="live">The address's live enrollment in this cohort, read after the lock, or null.</param>
    public static WaitlistRefusal? WaitingRefusalFor(this Enrollment late, Enrollment? live, DateTime nowUtc) =>
        late.Status != EnrollmentStatus.Expired || late.Order.ChoiceAt(nowUtc) is not { } refund ? WaitlistRefusal.ChoiceOver
        : late.Order.IsTouched(refund.Payment, refund) ? WaitlistRefusal.ChoiceOver
        : !late.Cohort.HasLineAt(nowUtc) ? WaitlistRefusal.NotOpen
        : live is not null ? WaitlistRefusal.AlreadyEnrolled
        : null;

    /// <summary>The payment stays, and its place is the last in line, or the one that the address has already.</summary>
    /// <param name="entry">In line, or not confirmed yet.</param>
    /// <exception cref="InvalidOperationException"><see cref="WaitingRefusalFor"/> gives a reason; ask first.</exception>
    public static void WaitPaid(
        this Enrollment late, WaitlistEntry entry, IReadOnlyCollection<WaitlistEntry> line, Enrollment? live, DateTime nowUtc)
    {
        if (late.WaitingRefusalFor(live, nowUtc) is { } reason) throw new InvalidOperationException($"It does not wait: {reason}.");

        var refund = late.Order.ChoiceAt(nowUtc)!;
        refund.LetWait(Actor.Student, nowUtc);
        refund.Payment.Reconsider(PaymentDecision.WaitsInLine, Actor.Student, nowUtc);
        if (!entry.IsInLine) late.Cohort.PutLast(entry, line, nowUtc);
        entry.TakeMoneyOf(late);
    }

    /// <summary>Whether the next seat of this place is paid for: registration is open, and nobody has touched the money.</summary>
    public static bool IsPaidAt(this Cohort cohort, WaitlistEntry entry, DateTime nowUtc) =>
        entry is { IsInLine: true, PaidBy: { Status: EnrollmentStatus.Expired } late } && cohort.HasLineAt(nowUtc)
        && late.Order.WaitingPayment() is { } payment && !late.Order.IsTouched(payment);

    /// <summary>It is their turn: the seat is theirs, and nothing else is asked of them. One that was offered is counted already.</summary>
    /// <returns>The enrollment that has the seat.</returns>
    /// <exception cref="InvalidOperationException"><see cref="IsPaidAt"/> says no, or no seat is free; ask first.</exception>
    public static Enrollment SeatPaid(this Cohort cohort, WaitlistEntry entry, Actor by, DateTime nowUtc, string? reason = null)
    {
        if (!cohort.IsPaidAt(entry, nowUtc)) throw new InvalidOperationException("It is not paid for; ask first.");
        if (entry.Status == WaitlistStatus.Waiting)
        {
            if (!cohort.CanOfferAt(nowUtc)) throw new InvalidOperationException("There is no seat; ask first.");
            (cohort.SeatsTaken, cohort.Waiting) = (cohort.SeatsTaken + 1, cohort.Waiting - 1);
        }

        var late = entry.PaidBy!;
        entry.End(WaitlistStatus.Accepted, by, nowUtc, reason);
        entry.LetMoneyGo();
        late.Order.WaitingPayment()!.Reconsider(PaymentDecision.Confirms, by, nowUtc);
        late.Confirm(by, nowUtc);
        return late;
    }

    /// <summary>
    /// Money that can pay for no seat any more goes back: the place was given up, registration is over, or somebody sent a part of it
    /// back or contests it. The place stays what it is.
    /// </summary>
    /// <returns>The refund of what is left; null if nothing is.</returns>
    public static Refund? SendMoneyBack(this WaitlistEntry entry, Actor by, DateTime nowUtc)
    {
        var order = entry.PaidBy!.Order;
        var payment = order.WaitingPayment()!;
        entry.LetMoneyGo();
        payment.Reconsider(PaymentDecision.RefundNoSeat, by, nowUtc);
        var left = order.RefundableOf(payment);
        return left.IsZero ? null : order.RequestRefund(payment, left, RefundReason.NoSeat, by, nowUtc);
    }

    // A dispute that was won has left the money whole.
    private static bool IsTouched(this Order order, Payment payment, Refund? except = null) =>
        order.Refunds.Any(r => r != except && r.IsOf(payment) && r.IsStanding)
        || order.Disputes.Any(d => d.IsOf(payment) && d.Status != DisputeStatus.Won);
}
