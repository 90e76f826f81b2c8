using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Settlements;

namespace Sweet.Domain.Tests.Settlements;

/// <summary>What becomes of an order when Stripe says something new of its checkout.</summary>
public class SettlementTests
{
    [Fact]
    public void A_payment_in_time_confirms()
    {
        var paying = new Paying();

        Assert.Equal(Settlement.Confirmed, paying.Pay());

        Assert.Equal((EnrollmentStatus.Confirmed, CheckoutStatus.Complete), (paying.Enrollment.Status, paying.Checkout.Status));
        Assert.Equal((PaymentStatus.Succeeded, PaymentDecision.Confirms), (paying.Payment.Status, paying.Payment.Decision));
        Assert.Equal(1, paying.Cohort.SeatsTaken);
    }

    [Fact]
    public void What_is_told_twice_takes_effect_once()
    {
        var paying = new Paying();
        paying.Pay();
        var rows = paying.Enrollment.History.Count;

        Assert.Equal(Settlement.Nothing, paying.Pay());

        Assert.Single(paying.Order.Payments);
        Assert.Empty(paying.Order.Refunds);
        Assert.Equal(rows, paying.Enrollment.History.Count);
    }

    [Fact]
    public void A_session_that_is_still_open_changes_nothing()
    {
        var paying = new Paying();

        var settlement = paying.Settle(paying.Checkout, new SessionFacts(paying.Checkout.SessionId!, SessionState.Open, Payment: null));

        Assert.Equal((Settlement.Nothing, CheckoutStatus.Open), (settlement, paying.Checkout.Status));
    }

    [Fact]
    public void A_session_that_is_complete_without_a_payment_yet_keeps_the_seat()
    {
        var paying = new Paying();

        var settlement = paying.Settle(paying.Checkout, new SessionFacts(paying.Checkout.SessionId!, SessionState.Complete, Payment: null));

        Assert.Equal((Settlement.Nothing, EnrollmentStatus.Held), (settlement, paying.Enrollment.Status));
    }

    [Fact]
    public void A_bank_that_still_works_keeps_the_seat_and_is_told_once()
    {
        var paying = new Paying();

        Assert.Equal(Settlement.AwaitsBank, paying.PayByBank());
        Assert.Equal(Settlement.Nothing, paying.PayByBank());

        Assert.Equal((EnrollmentStatus.Processing, 1), (paying.Enrollment.Status, paying.Cohort.SeatsTaken));
    }

    [Fact]
    public void A_bank_that_paid_at_last_confirms()
    {
        var paying = new Paying();
        paying.PayByBank();

        Assert.Equal(Settlement.Confirmed, paying.Pay());
        Assert.Single(paying.Order.Payments);
    }

    [Fact]
    public void A_bank_that_did_not_pay_gives_the_seat_back_and_is_told_once()
    {
        var paying = new Paying();
        paying.PayByBank();

        Assert.Equal(Settlement.PaymentFailed, paying.FailAtBank());
        Assert.Equal(Settlement.Nothing, paying.FailAtBank());

        Assert.Equal((EnrollmentStatus.Expired, 0), (paying.Enrollment.Status, paying.Cohort.SeatsTaken));
        Assert.Equal(OrderState.Abandoned, paying.Order.State);
    }

    [Fact]
    public void News_of_a_bank_that_come_out_of_order_do_not_undo_a_payment()
    {
        var paying = new Paying();
        paying.Pay();

        Assert.Equal(Settlement.Nothing, paying.PayByBank());
        Assert.Equal(Settlement.Nothing, paying.FailAtBank());

        Assert.Equal((EnrollmentStatus.Confirmed, PaymentStatus.Succeeded), (paying.Enrollment.Status, paying.Payment.Status));
    }

    [Fact]
    public void An_expired_session_leaves_the_seat_held_until_its_time_is_over()
    {
        var paying = new Paying();

        Assert.Equal(Settlement.CheckoutExpired, paying.Expire());
        Assert.Equal(Settlement.Nothing, paying.Expire());

        Assert.Equal((EnrollmentStatus.Held, CheckoutStatus.Expired), (paying.Enrollment.Status, paying.Checkout.Status));
    }

    [Fact]
    public void An_expired_session_ends_a_hold_whose_time_is_over()
    {
        var paying = new Paying { Now = Some.Now + Some.HoldTime };

        Assert.Equal(Settlement.HoldEnded, paying.Expire());

        Assert.Equal((EnrollmentStatus.Expired, 0), (paying.Enrollment.Status, paying.Cohort.SeatsTaken));
    }

    [Fact]
    public void An_expiry_told_after_a_payment_changes_nothing()
    {
        var paying = new Paying();
        paying.Pay();

        Assert.Equal(Settlement.Nothing, paying.Expire());
        Assert.Equal(CheckoutStatus.Complete, paying.Checkout.Status);
    }

    [Fact]
    public void The_expiry_of_an_earlier_checkout_never_touches_the_seat_of_a_later_one()
    {
        var paying = new Paying();
        var first = paying.Checkout;
        var second = paying.PayAgain();
        paying.Now = Some.Now + Some.HoldTime;

        Assert.Equal(Settlement.Nothing, paying.Expire(first));

        Assert.Equal((EnrollmentStatus.Held, CheckoutStatus.Open), (paying.Enrollment.Status, second.Status));
    }

    [Fact]
    public void The_late_expiry_of_an_earlier_checkout_leaves_a_paid_place_alone()
    {
        var paying = new Paying();
        var first = paying.Checkout;
        paying.PayAgain();
        paying.Pay();

        paying.Expire(first);

        Assert.Equal((EnrollmentStatus.Confirmed, 1), (paying.Enrollment.Status, paying.Cohort.SeatsTaken));
    }

    [Fact]
    public void Ending_a_hold_frees_the_seat_once_and_gives_up_what_was_starting()
    {
        var cohort = Some.OpenCohort();
        var order = Some.Enrollment(cohort).Order;
        var starting = order.BeginCheckout(Some.CheckoutTerms, Some.HoldTerms, Some.Now);
        var rules = new SettlementRules(cohort, order, Actor.Worker("holds"), Some.Now);

        Assert.Equal(Settlement.HoldEnded, rules.EndHold([], ExpiryReason.TimeOver));
        Assert.Equal(Settlement.Nothing, rules.EndHold([], ExpiryReason.TimeOver));

        Assert.Equal((CheckoutStatus.Failed, 0), (starting.Status, cohort.SeatsTaken));
    }

    [Fact]
    public void A_hold_does_not_end_while_a_page_at_Stripe_can_be_paid()
    {
        var paying = new Paying();
        var rules = new SettlementRules(paying.Cohort, paying.Order, Actor.Worker("holds"), Some.Now + Some.HoldTime);

        Assert.Equal(Settlement.Nothing, rules.EndHold([], ExpiryReason.TimeOver));
        Assert.Equal((EnrollmentStatus.Held, 1), (paying.Enrollment.Status, paying.Cohort.SeatsTaken));

        Assert.Equal(Settlement.HoldEnded, rules.EndHold([paying.Checkout.SessionId!], ExpiryReason.TimeOver));
        Assert.Equal((CheckoutStatus.Expired, 0), (paying.Checkout.Status, paying.Cohort.SeatsTaken));
    }

    [Fact]
    public void Ending_a_hold_leaves_a_paid_place_alone()
    {
        var paying = new Paying();
        paying.Pay();

        Assert.Equal(Settlement.Nothing, paying.EndHold());
        Assert.Equal((OrderState.Paid, 1), (paying.Order.State, paying.Cohort.SeatsTaken));
    }
}
