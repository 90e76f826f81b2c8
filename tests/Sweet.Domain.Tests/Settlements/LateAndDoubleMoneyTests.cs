using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;

namespace Sweet.Domain.Tests.Settlements;

/// <summary>Every captured payment is settled as exactly one thing: a confirmed seat, a refund of all of it, or an open case.</summary>
public class LateAndDoubleMoneyTests
{
    [Fact]
    public void Money_after_the_hold_takes_a_seat_that_is_free()
    {
        var paying = new Paying(seats: 1);
        paying.EndHold();

        Assert.Equal(Settlement.Confirmed, paying.Pay());
        Assert.Equal((EnrollmentStatus.Confirmed, 1), (paying.Enrollment.Status, paying.Cohort.SeatsTaken));
    }

    [Fact]
    public void Money_after_the_hold_goes_back_when_no_seat_is_free()
    {
        var paying = new Paying(seats: 1);
        paying.EndHold();
        Some.Enrollment(paying.Cohort);

        Assert.Equal(Settlement.RefundRequested, paying.Pay());

        AssertRefundedWhole(paying.Order, RefundReason.NoSeat);
        Assert.Equal(1, paying.Cohort.SeatsTaken);
    }

    [Fact]
    public void Money_after_the_last_class_goes_back()
    {
        var paying = new Paying();
        paying.EndHold();
        paying.Now = paying.Cohort.LastClassEndsAtUtc;

        Assert.Equal(Settlement.RefundRequested, paying.Pay());
        AssertRefundedWhole(paying.Order, RefundReason.NoSeat);
    }

    [Fact]
    public void Of_two_payments_the_second_goes_back()
    {
        var paying = new Paying();
        var first = paying.Checkout;
        var second = paying.PayAgain();

        Assert.Equal(Settlement.Confirmed, paying.Pay(second));
        Assert.Equal(Settlement.RefundRequested, paying.Pay(first));

        var refund = Assert.Single(paying.Order.Refunds);
        Assert.Equal((RefundReason.PaidTwice, first), (refund.Reason, refund.Payment.Checkout));
        Assert.Equal((EnrollmentStatus.Confirmed, 1), (paying.Enrollment.Status, paying.Cohort.SeatsTaken));
        Assert.Equal(OrderState.PartlyRefunded, paying.Order.State);
    }

    [Fact]
    public void Money_of_somebody_with_another_live_place_goes_back()
    {
        var paying = new Paying(email: "ana@clinic.example");
        paying.EndHold();
        var other = Some.Enrollment(paying.Cohort, "ana@clinic.example");

        Assert.Equal(Settlement.RefundRequested, paying.Pay(otherLive: other));

        AssertRefundedWhole(paying.Order, RefundReason.EnrolledElsewhere);
        Assert.Equal((EnrollmentStatus.Held, 1), (other.Status, paying.Cohort.SeatsTaken));
    }

    [Fact]
    public void Money_for_a_cancelled_place_goes_back()
    {
        var cohort = Some.OpenCohort();
        var paying = new Paying(cohort: cohort);
        var first = paying.Checkout;
        paying.PayAgain();
        cohort.Confirm(paying.Enrollment, Some.Staff, Some.Now);
        cohort.Cancel(paying.Enrollment, CancellationReason.Staff, Some.Staff, Some.Now);

        Assert.Equal(Settlement.RefundRequested, paying.Pay(first));
        AssertRefundedWhole(paying.Order, RefundReason.EnrollmentCancelled);
    }

    [Theory]
    [InlineData(59_699, "USD")]
    [InlineData(59_701, "USD")]
    [InlineData(59_700, "EUR")]
    public void A_sum_or_currency_that_was_not_asked_for_is_a_case_for_staff(long minor, string currency)
    {
        var paying = new Paying();

        Assert.Equal(Settlement.CaseOpened, paying.Pay(amount: new Money(minor, currency)));
        Assert.Equal(Settlement.Nothing, paying.Pay(amount: new Money(minor, currency)));

        Assert.Equal((PaymentDecision.OpenCase, EnrollmentStatus.Processing, 1), (paying.Payment.Decision, paying.Enrollment.Status, paying.Cohort.SeatsTaken));
        Assert.Empty(paying.Order.Refunds);
    }

    [Fact]
    public void The_seat_of_an_open_case_stays_when_another_payment_fails()
    {
        var paying = new Paying();
        var first = paying.Checkout;
        paying.PayAgain();
        paying.Pay(first, amount: new Money(1, "USD"));
        paying.PayByBank();

        Assert.Equal(Settlement.Nothing, paying.FailAtBank());
        Assert.Equal((EnrollmentStatus.Processing, 1), (paying.Enrollment.Status, paying.Cohort.SeatsTaken));
    }

    [Fact]
    public void A_failed_payment_of_an_earlier_checkout_leaves_the_seat_to_the_later_one_that_is_on_its_way()
    {
        var paying = new Paying();
        var first = paying.Checkout;
        paying.PayAgain();
        paying.PayByBank(first);
        paying.PayByBank();

        Assert.Equal(Settlement.Nothing, paying.FailAtBank(first));
        Assert.Equal(EnrollmentStatus.Processing, paying.Enrollment.Status);
    }

    private static void AssertRefundedWhole(Order order, RefundReason reason)
    {
        var refund = Assert.Single(order.Refunds);
        Assert.Equal((reason, RefundOrigin.Us, RefundStatus.Requested), (refund.Reason, refund.Origin, refund.Status));
        Assert.Equal(order.Payments.Single().Amount, refund.Amount);
        Assert.Equal(OrderState.Refunded, order.State);
    }
}
