using Sweet.Domain.Disputes;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;
using Sweet.Domain.Tests.Settlements;

namespace Sweet.Domain.Tests.Refunds;

/// <summary>Found by sequences of <see cref="Modelled.AnySequenceOfMoneyTests"/>: an appeal brings money back after somebody had withdrawn.</summary>
public class WonBackTests
{
    private readonly Paying place = new(seats: 1);
    private readonly Checkout first;

    public WonBackTests()
    {
        first = place.Checkout;
        place.PayAgain();
    }

    private Order Order => place.Order;

    [Fact]
    public void What_is_owed_of_a_failed_refund_is_not_taken_out_of_the_money_won_back()
    {
        place.Pay(first);
        Withdraw();
        place.Now = Some.Now.AddDays(2);
        place.Pay();
        Arrive(Order.Refunds[0]);
        Tell(DisputeStatus.Lost);
        Order.Refunds[1].Refuse("no account", Some.Staff, Some.Now.AddDays(3));

        Assert.Null(new RefundRules(Order, Some.Staff, Some.Now.AddDays(4)).Won(Tell(DisputeStatus.Won)));

        Assert.Equal(59_700, Order.RetryRefund(Order.Refunds[1], Some.Staff, Some.Now.AddDays(4)).AmountMinor);
    }

    [Fact]
    public void A_refund_that_has_failed_does_not_hide_what_the_money_won_back_owes()
    {
        place.Pay(first);
        place.Pay();
        Order.Refunds.Single().Refuse("no account", Some.Staff, Some.Now);
        Tell(DisputeStatus.Lost);
        Withdraw();
        Order.Refunds[1].Refuse("no account", Some.Staff, Some.Now.AddDays(2));

        var owed = new RefundRules(Order, Some.Staff, Some.Now.AddDays(3)).Won(Tell(DisputeStatus.Won));

        Assert.Equal(59_700, owed!.AmountMinor);
        Assert.Equal(50_745, Order.RetryRefund(Order.Refunds[1], Some.Staff, Some.Now.AddDays(3)).AmountMinor);
    }

    [Fact]
    public void Of_two_disputes_the_one_that_is_won_gives_back_only_what_the_other_has_not()
    {
        place.Pay(first);
        Tell(DisputeStatus.Open, "dp_1", 20_000);
        Tell(DisputeStatus.Open, "dp_2", 39_700);
        Withdraw();
        new RefundRules(Order, Some.Staff, Some.Now.AddDays(2)).Lost(Tell(DisputeStatus.Lost, "dp_1", 20_000));
        new RefundRules(Order, Some.Staff, Some.Now.AddDays(3)).Lost(Tell(DisputeStatus.Lost, "dp_2", 39_700));

        var owed = new RefundRules(Order, Some.Staff, Some.Now.AddDays(4)).Won(Tell(DisputeStatus.Won, "dp_1", 20_000));

        Assert.Equal(50_745 - 39_700, owed!.AmountMinor);
    }

    private void Withdraw() => place.Cohort.Withdraw(place.Enrollment, classesCounted: 0, Actor.Student, Some.Now.AddDays(1));

    private void Arrive(Refund refund) =>
        Order.Apply(new RefundFacts("re_1", refund.Payment.PaymentIntentId, RefundStatus.Succeeded, refund.Amount, refund.Id, null) { StripeStatus = "succeeded" }, Some.Staff, Some.Now);

    private Dispute Tell(DisputeStatus status, string id = "dp_1", long? minor = null) => Order.Apply(
        new DisputeFacts(id, $"pi_{first.SessionId}", status, status.ToString(), "fraudulent", Some.Price with { Minor = minor ?? Some.Price.Minor }), Some.Staff, Some.Now)!;
}
