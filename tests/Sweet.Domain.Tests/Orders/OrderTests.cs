using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;

namespace Sweet.Domain.Tests.Orders;

public class OrderTests
{
    [Fact]
    public void Carries_the_price_of_its_moment()
    {
        var order = Some.Enrollment(Some.OpenCohort(price: new Money(59_700, "USD"))).Order;

        Assert.Equal(new Money(59_700, "USD"), order.Total);
        Assert.Equal("Interpersonal Psychotherapy (IPT), six-week certificate course", Assert.Single(order.Lines).Description);
        Assert.Equal(OrderState.Unpaid, order.State);
    }

    [Fact]
    public void Shows_the_early_price_as_a_line_of_its_own()
    {
        var cohort = Some.OpenCohort(price: new Money(59_700, "USD"));
        cohort.SetEarlyPrice(new Money(49_700, "USD"), Some.Now.AddDays(1), Some.Now);

        var order = Some.Enrollment(cohort).Order;

        Assert.Equal([59_700L, -10_000L], order.Lines.Select(l => l.AmountMinor));
        Assert.Equal(49_700, order.TotalMinor);
    }

    [Fact]
    public void Keeps_which_policies_were_accepted_and_when()
    {
        var order = Some.Enrollment().Order;

        Assert.Equal((1, 2, Some.Now), (order.RefundPolicyVersionId, order.PrivacyPolicyVersionId, order.AcceptedAtUtc));
    }

    [Fact]
    public void Can_be_made_out_to_somebody_else()
    {
        var cohort = Some.OpenCohort();
        var order = cohort.HoldSeat(Some.Registration(payer: new Payer("A clinic", "1 Main St")), live: null, Some.HoldTime, Some.Now).Order;
        Assert.Equal(("A clinic", "1 Main St"), (order.PayerName, order.PayerAddress));

        order.MakeOutTo(null);

        Assert.Equal((null, null), (order.PayerName, order.PayerAddress));
    }

    [Fact]
    public void Its_state_follows_the_money()
    {
        var (cohort, order) = Held();
        var checkout = Some.OpenCheckout(order);

        Settle(cohort, order, checkout, Some.Complete(checkout, PaymentStatus.Processing));
        Assert.Equal(OrderState.Processing, order.State);

        Settle(cohort, order, checkout, Some.Complete(checkout));
        Assert.Equal(OrderState.Paid, order.State);

        order.RequestRefund(order.Payments[0], new Money(10_000, "USD"), RefundReason.Withdrew, Some.Staff, Some.Now);
        Assert.Equal(OrderState.PartlyRefunded, order.State);

        order.RequestRefund(order.Payments[0], new Money(49_700, "USD"), RefundReason.Withdrew, Some.Staff, Some.Now);
        Assert.Equal(OrderState.Refunded, order.State);
    }

    [Fact]
    public void An_order_whose_hold_ended_is_abandoned()
    {
        var (cohort, order) = Held();

        new SettlementRules(cohort, order, Actor.Worker("holds"), Some.Now).EndHold([], ExpiryReason.TimeOver);

        Assert.Equal((OrderState.Abandoned, Some.Now), (order.State, order.AbandonedAtUtc));
    }

    [Fact]
    public void A_total_of_zero_is_paid_once_it_is_confirmed()
    {
        var cohort = Some.OpenCohort(price: Money.Zero("USD"));
        var enrollment = Some.Enrollment(cohort);
        Assert.Equal(OrderState.Unpaid, enrollment.Order.State);

        cohort.Confirm(enrollment, Actor.Student, Some.Now);

        Assert.Equal(OrderState.Paid, enrollment.Order.State);
    }

    private static (Cohort Cohort, Order Order) Held()
    {
        var cohort = Some.OpenCohort();
        return (cohort, Some.Enrollment(cohort).Order);
    }

    private static void Settle(Cohort cohort, Order order, Checkout checkout, SessionFacts facts) =>
        new SettlementRules(cohort, order, Actor.Student, Some.Now).Settle(checkout, facts, otherLive: null);
}
