using Sweet.Domain.ByHand;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;

namespace Sweet.Domain.Tests.ByHand;

public class HandRulesTests
{
    private static readonly OutsideMoney Check = new(Some.Price, OutsideWay.Check, "1042", Some.Now.AddDays(-2));

    [Theory]
    [InlineData(HandWay.PaidOutside, EnrollmentStatus.Confirmed, OrderState.Paid)]
    [InlineData(HandWay.Invoice, EnrollmentStatus.Confirmed, OrderState.Unpaid)]
    [InlineData(HandWay.PaymentLink, EnrollmentStatus.Held, OrderState.Unpaid)]
    [InlineData(HandWay.Complimentary, EnrollmentStatus.Confirmed, OrderState.Paid)]
    public void Each_way_takes_a_seat(HandWay way, EnrollmentStatus status, OrderState state)
    {
        var cohort = Some.OpenCohort(seats: 2);

        var enrollment = cohort.EnrollByHand(Some.Registration(), Terms(way), Some.Staff, Some.Now);

        Assert.Equal((status, state, 1), (enrollment.Status, enrollment.Order.State, cohort.SeatsTaken));
        Assert.Equal(way == HandWay.Complimentary ? 0 : Some.Price.Minor, enrollment.Order.TotalMinor);
        Assert.All(enrollment.History, line => Assert.Equal(ActorKind.Staff, line.ActorKind));
    }

    [Theory]
    [InlineData(HandWay.PaidOutside, 59_701L, "x", HandRefusal.MoreThanPrice)]
    [InlineData(HandWay.PaidOutside, 0L, "x", HandRefusal.NoSum)]
    [InlineData(HandWay.Complimentary, 1L, "x", HandRefusal.NoSum)]
    [InlineData(HandWay.Invoice, 50_000L, null, HandRefusal.ReasonMissing)]
    [InlineData(HandWay.PaymentLink, 49L, "x", HandRefusal.TooLittleForStripe)]
    [InlineData(HandWay.PaidOutside, 49L, "x", null)]
    public void A_sum_is_never_above_the_price_and_below_it_with_a_reason(HandWay way, long minor, string? reason, HandRefusal? refusal) =>
        Assert.Equal(refusal, Some.OpenCohort().HandRefusalFor(Terms(way) with { Sum = new Money(minor, "USD"), Reason = reason }, people: 1, Some.Now));

    [Fact]
    public void The_window_is_no_bound_and_the_seats_are()
    {
        var cohort = Some.OpenCohort(seats: 2, taken: 1);
        cohort.Close(Some.Staff, Some.Now);

        Assert.Null(cohort.HandRefusalFor(Terms(HandWay.Invoice), people: 1, Some.Now));
        Assert.Equal(HandRefusal.Full, cohort.HandRefusalFor(Terms(HandWay.Invoice), people: 2, Some.Now));
        Assert.Equal(HandRefusal.PriceChanged, cohort.HandRefusalFor(Terms(HandWay.Invoice) with { Price = new Money(1, "USD") }, people: 1, Some.Now));
        Assert.Equal(HandRefusal.HoldTooLong, cohort.HandRefusalFor(Terms(HandWay.PaymentLink), people: 1, cohort.LastClassEndsAtUtc.AddHours(-1)));
        Assert.Equal(HandRefusal.NotTaken, Some.Cohort().HandRefusalFor(Terms(HandWay.Invoice), people: 1, Some.Now));
        Assert.Equal(HandRefusal.NotTaken, cohort.HandRefusalFor(Terms(HandWay.Invoice), people: 1, cohort.LastClassEndsAtUtc));
    }

    [Fact]
    public void An_invoice_is_paid_once_and_moved_only_while_it_is_open()
    {
        var order = Enrolled(HandWay.Invoice).Order;

        order.WaitForInvoice(new DateOnly(2027, 2, 1), "They asked.", Some.Staff, Some.Now);
        order.PayInvoice(OutsideWay.Cash, "7", Some.Now, Some.Staff, Some.Now);

        Assert.Equal((OrderState.Paid, Some.Price), (order.State, order.Paid));
        Assert.False(order.IsUnpaidInvoice());
        Assert.Throws<InvalidOperationException>(() => order.PayInvoice(OutsideWay.Cash, "7", Some.Now, Some.Staff, Some.Now));
        Assert.Throws<InvalidOperationException>(() => order.WaitForInvoice(new DateOnly(2027, 3, 1), null, Some.Staff, Some.Now));
    }

    [Fact]
    public void What_was_paid_outside_goes_back_by_the_same_rule_and_is_returned_by_a_person()
    {
        var enrollment = Enrolled(HandWay.PaidOutside);

        var refund = Assert.Single(enrollment.Cohort.Withdraw(enrollment, classesCounted: null, Actor.Student, Some.Now).Refunds);
        refund.Return(Check with { Reference = "2051" }, Some.Staff, Some.Now);

        Assert.Equal((RefundOrigin.Outside, RefundStatus.Succeeded, 50_745L), (refund.Origin, refund.Status, refund.AmountMinor));
        Assert.Throws<InvalidOperationException>(() => refund.Return(Check, Some.Staff, Some.Now));
        Assert.Throws<InvalidOperationException>(() => refund.Payment.IdAtStripe);
    }

    [Fact]
    public void Of_an_unpaid_invoice_nothing_goes_back()
    {
        var enrollment = Enrolled(HandWay.Invoice);

        var withdrawal = enrollment.Cohort.Withdraw(enrollment, classesCounted: null, Actor.Student, Some.Now);

        Assert.Empty(withdrawal.Refunds);
        Assert.True(withdrawal.Quote.Back.IsZero);
        Assert.False(enrollment.Order.IsUnpaidInvoice());
    }

    private static Enrollment Enrolled(HandWay way) => Some.OpenCohort().EnrollByHand(Some.Registration(), Terms(way), Some.Staff, Some.Now);

    private static HandTerms Terms(HandWay way) => new(way, Some.Price, way == HandWay.Complimentary ? Money.Zero("USD") : Some.Price)
    {
        Reason = way == HandWay.Complimentary ? "A guest." : null,
        Received = way == HandWay.PaidOutside ? Check : null,
        DueOn = way == HandWay.Invoice ? new DateOnly(2027, 1, 4) : null,
        HoldTime = way == HandWay.PaymentLink ? TimeSpan.FromDays(3) : TimeSpan.Zero,
    };
}
