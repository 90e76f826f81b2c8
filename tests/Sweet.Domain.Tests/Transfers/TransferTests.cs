using Sweet.Domain.Courses;
using Sweet.Domain.Courses.Cancelling;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;
using Sweet.Domain.Tests.Settlements;
using Sweet.Domain.Transfers;

namespace Sweet.Domain.Tests.Transfers;

public class TransferTests
{
    private readonly Cohort old = Some.OpenCohort();
    private readonly Enrollment from;

    public TransferTests()
    {
        from = Some.Enrollment(old);
        Pay(from);
    }

    [Fact]
    public void Costs_nothing_at_the_same_price_before_the_first_class_and_moves_at_once()
    {
        var to = Some.OpenCohort();

        var moved = Transfer(to);

        Assert.Equal((EnrollmentStatus.Confirmed, OrderState.Paid, 0), (moved.Status, moved.Order.State, moved.Order.TotalMinor));
        Assert.Equal((EnrollmentStatus.Cancelled, CancellationReason.Transferred), (from.Status, from.CancelledWhy));
        Assert.Equal((0, 1), (old.SeatsTaken, to.SeatsTaken));
        Assert.Empty(from.Order.Refunds);
        Assert.Equal(from, moved.TransferredFrom);
    }

    [Fact]
    public void Staff_who_move_it_have_made_the_new_seat()
    {
        var moved = Transfer(Some.OpenCohort());

        Assert.Equal((Some.Staff.Kind, Some.Staff.Reference), (moved.History[0].ActorKind, moved.History[0].ActorReference));
    }

    [Fact]
    public void Counts_the_classes_that_have_begun_and_takes_no_fee()
    {
        var moved = Transfer(Some.OpenCohort(), classesCounted: 3);

        Assert.Equal(new Money(29_850, "USD"), moved.Order.Total);
        Assert.Equal((EnrollmentStatus.Held, EnrollmentStatus.Confirmed), (moved.Status, from.Status));
    }

    [Fact]
    public void Gives_the_old_seat_back_once_the_difference_is_paid()
    {
        var to = Some.OpenCohort();
        var moved = Transfer(to, classesCounted: 3);

        Assert.Equal(Settlement.Confirmed, Pay(moved));

        Assert.Equal((EnrollmentStatus.Confirmed, EnrollmentStatus.Cancelled), (moved.Status, from.Status));
        Assert.Equal((0, 1), (old.SeatsTaken, to.SeatsTaken));
    }

    [Fact]
    public void Leaves_the_old_seat_where_it_was_if_the_difference_is_not_paid()
    {
        var to = Some.OpenCohort();
        var moved = Transfer(to, classesCounted: 3);

        new SettlementRules(to, moved.Order, Some.Staff, Some.Now).EndHold([], ExpiryReason.TimeOver);

        Assert.Equal((EnrollmentStatus.Expired, EnrollmentStatus.Confirmed), (moved.Status, from.Status));
        Assert.Equal((1, 0), (old.SeatsTaken, to.SeatsTaken));
    }

    [Fact]
    public void Sends_back_what_the_old_seat_is_worth_beyond_the_new_price()
    {
        var moved = Transfer(Some.OpenCohort(price: new Money(40_000, "USD")));

        var refund = Assert.Single(from.Order.Refunds);
        Assert.Equal((RefundReason.Transferred, 19_700L), (refund.Reason, refund.AmountMinor));
        Assert.Equal((EnrollmentStatus.Confirmed, 40_000L), (moved.Status, moved.Order.Credit().Minor));
    }

    [Fact]
    public void Does_not_ask_for_a_sum_that_Stripe_does_not_take()
    {
        var moved = Transfer(Some.OpenCohort(price: Some.Price + new Money(10, "USD")));

        Assert.Equal((EnrollmentStatus.Confirmed, 0L), (moved.Status, moved.Order.TotalMinor));
    }

    [Fact]
    public void Waives_the_difference_for_a_reason_that_stays()
    {
        var moved = Transfer(Some.OpenCohort(), classesCounted: 3, waived: "Ill for three weeks.");

        Assert.Equal((EnrollmentStatus.Confirmed, 0L), (moved.Status, moved.Order.TotalMinor));
        Assert.Contains(moved.Order.Lines, l => l.Kind == OrderLineKind.Waived && l.AmountMinor == -29_850);
        Assert.Contains(moved.History, h => h.Note == "Ill for three weeks.");
    }

    [Fact]
    public void A_withdrawal_afterwards_gives_back_of_both_payments()
    {
        var to = Some.OpenCohort();
        var moved = Transfer(to, classesCounted: 3);
        Pay(moved);

        var withdrawal = to.Withdraw(moved, classesCounted: 0, Actor.Student, Some.Now);

        Assert.Equal(50_745, withdrawal.Quote.Back.Minor);
        Assert.Equal([(moved.Order, 29_850L), (from.Order, 20_895L)], withdrawal.Refunds.Select(r => (r.Order, r.AmountMinor)));
    }

    [Fact]
    public void Its_cohort_canceled_all_that_came_along_goes_back_to_the_payment_that_it_came_from()
    {
        var to = Some.OpenCohort(price: new Money(70_000, "USD"));
        var moved = Transfer(to);
        Pay(moved);
        _ = new CohortCancellation(to, "The teacher is ill.", null, [], Some.Staff, Some.Now);

        Assert.True(moved.EndWithCohort(Some.Staff, Some.Now));

        Assert.Equal([10_300L], moved.Order.Refunds.Select(r => r.AmountMinor));
        Assert.Equal([(RefundReason.CohortCancelled, 59_700L)], from.Order.Refunds.Select(r => (r.Reason, r.AmountMinor)));
    }

    [Fact]
    public void Staff_send_back_what_came_along_and_no_more()
    {
        var moved = Transfer(Some.OpenCohort(), waived: "We moved it.", classesCounted: 3);
        var rules = new StaffRefundRules(moved, Some.Now);

        var refund = Assert.Single(rules.Carry(new StaffRefund(RefundSum.Other, EndsSeat: false) { Amount = 100, Reason = "Sorry." }, Some.Staff));

        Assert.Equal((from.Order, 10_000L), (refund.Order, refund.AmountMinor));
        Assert.Equal(29_850 - 10_000, rules.Left.Minor);
        Assert.Equal(StaffRefundRefusal.MoreThanLeft, rules.RefusalFor(new StaffRefund(RefundSum.Other, EndsSeat: false) { Amount = 199, Reason = "Sorry." }));
    }

    [Fact]
    public void Money_for_it_goes_back_if_the_old_seat_was_withdrawn_meanwhile()
    {
        var to = Some.OpenCohort();
        var moved = Transfer(to, classesCounted: 3);
        var page = Some.OpenCheckout(moved.Order);
        old.Withdraw(from, classesCounted: 0, Actor.Student, Some.Now);

        var settlement = new SettlementRules(to, moved.Order, Some.Staff, Some.Now).Settle(page, Some.Complete(page), otherLive: null);

        Assert.Equal((Settlement.RefundRequested, EnrollmentStatus.Expired, 0), (settlement, moved.Status, to.SeatsTaken));
        Assert.Equal(29_850, Assert.Single(moved.Order.Refunds).AmountMinor);
    }

    [Fact]
    public void Is_refused_into_a_seat_that_someone_waits_for()
    {
        var to = Some.OpenCohort(seats: 1);
        Some.Enrollment(to);

        Assert.Equal(TransferRefusal.Full, from.TransferRefusalInto(to, live: null, Some.Now));
    }

    [Fact]
    public void What_was_paid_twice_and_went_back_takes_nothing_from_the_worth()
    {
        var paying = new Paying();
        var first = paying.Checkout;
        paying.Pay(paying.PayAgain());
        paying.Pay(first);

        Assert.Equal(59_700, TransferQuote.For(paying.Order, Some.OpenCohort(), classesCounted: 0, Some.Now).Worth.Minor);
    }

    [Fact]
    public void The_old_seat_is_refused_a_second_time()
    {
        Transfer(Some.OpenCohort());

        Assert.Equal(TransferRefusal.NotConfirmed, from.TransferRefusalFor(successor: null));
    }

    [Fact]
    public void Is_refused_while_another_waits_for_its_payment()
    {
        var moved = Transfer(Some.OpenCohort(), classesCounted: 3);

        Assert.Equal(TransferRefusal.UnderWay, from.TransferRefusalFor(moved));
    }

    private Enrollment Transfer(Cohort to, int classesCounted = 0, string? waived = null)
    {
        var quote = TransferQuote.For(from.Order, to, classesCounted, Some.Now);
        return from.Transfer(to, quote, new TransferTerms("IPT-NEW", TimeSpan.FromDays(3), waived), Some.Staff, Some.Now);
    }

    private static Settlement Pay(Enrollment enrollment)
    {
        var checkout = Some.OpenCheckout(enrollment.Order);
        return new SettlementRules(enrollment.Cohort, enrollment.Order, Some.Staff, Some.Now).Settle(checkout, Some.Complete(checkout), otherLive: null);
    }
}
