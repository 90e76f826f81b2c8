using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Disputes;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;
using Sweet.Domain.Tests.Settlements;

namespace Sweet.Domain.Tests.Cases;

/// <summary>A withdrawal counts all that was there by then: what its sum left to the institute is not given back by another door.</summary>
public class CaseAfterWithdrawalTests
{
    private const string Why = "A person has decided.";

    private readonly Paying place = new(seats: 1);

    private Order Order => place.Order;

    [Fact]
    public void What_a_withdrawal_has_counted_is_not_given_back_again_by_a_refund_that_had_failed()
    {
        place.Pay();
        var openCase = RefundCases.Failed(Failed(10_000), Some.Now);

        Withdraw();

        Assert.Equal(8_955, Order.RefundableOf(place.Payment).Minor);
        Assert.Equal(CaseRefusal.NothingLeft, Rules(openCase).RefusalFor(new CaseDecision(CaseResolution.Refund, Why)));
    }

    [Fact]
    public void A_second_payment_that_a_withdrawal_has_counted_is_not_given_back_again()
    {
        var earlier = place.Checkout;
        place.PayAgain();
        place.Pay();
        place.Pay(earlier);
        var second = Order.Refunds.Single();
        second.Refuse("no account", Some.Staff, Some.Now);
        var openCase = RefundCases.Failed(second, Some.Now);
        // What its bank contests is taken last: the first payment goes back whole, and the fee stays in the second.
        Order.Apply(new DisputeFacts("dp_1", second.Payment.IdAtStripe, DisputeStatus.Open, "needs_response", "fraudulent", second.Payment.Amount), Some.Staff, Some.Now);
        Withdraw();
        Order.Apply(new DisputeFacts("dp_1", second.Payment.IdAtStripe, DisputeStatus.Won, "won", "fraudulent", second.Payment.Amount), Some.Staff, Some.Now);

        Assert.Equal(8_955, Order.RefundableOf(second.Payment).Minor);
        Assert.Equal(CaseRefusal.NothingLeft, Rules(openCase).RefusalFor(new CaseDecision(CaseResolution.Refund, Why)));
    }

    [Fact]
    public void Another_sum_that_a_withdrawal_has_counted_is_not_given_back_again()
    {
        var openCase = OtherSumBesideTheRightOne(10_000);

        Withdraw();

        Assert.Equal(8_955, Order.Payments.Sum(p => Order.RefundableOf(p).Minor));
        Assert.Equal(CaseRefusal.NothingLeft, Rules(openCase).RefusalFor(new CaseDecision(CaseResolution.Refund, Why)));
    }

    [Fact]
    public void What_fails_after_the_withdrawal_is_owed_again()
    {
        place.Pay();
        var refund = Order.RequestRefund(place.Payment, Usd(10_000), RefundReason.Staff, Some.Staff, Some.Now);
        Withdraw();
        refund.Refuse("no account", Some.Staff, Some.Now.AddDays(2));

        Assert.Equal(10_000, Resolve(RefundCases.Failed(refund, Some.Now.AddDays(2)), CaseResolution.Refund)!.AmountMinor);
        Assert.Equal(8_955, Order.RefundableOf(place.Payment).Minor);
    }

    [Fact]
    public void The_refund_of_a_withdrawal_is_owed_again_once_it_fails()
    {
        place.Pay();
        var refund = Withdraw().Refunds.Single();
        refund.Refuse("no account", Some.Staff, Some.Now);

        Assert.Equal(50_745, Resolve(RefundCases.Failed(refund, Some.Now), CaseResolution.Refund)!.AmountMinor);
    }

    [Fact]
    public void Of_a_payment_in_another_currency_a_person_says_how_much_goes_back()
    {
        place.Pay(amount: new Money(55_000, "EUR"));
        Resolve(place.Opened!, CaseResolution.Seat);
        Withdraw();
        var openCase = PaymentCases.Undecided(place.Payment, Some.Now);

        var refund = Rules(openCase).Resolve(new CaseDecision(CaseResolution.Refund, Why, Amount: 467.50m), Some.Staff);

        Assert.Equal(new Money(46_750, "EUR"), refund!.Amount);
    }

    private OpenCase OtherSumBesideTheRightOne(long minor)
    {
        var earlier = place.Checkout;
        place.PayAgain();
        place.Pay(earlier, amount: Usd(minor));
        place.Pay();
        return place.Opened!;
    }

    private Refund Failed(long minor)
    {
        var refund = Order.RequestRefund(place.Payment, Usd(minor), RefundReason.Staff, Some.Staff, Some.Now);
        refund.Refuse("no account", Some.Staff, Some.Now);
        return refund;
    }

    private Withdrawal Withdraw() => place.Cohort.Withdraw(place.Enrollment, classesCounted: 0, Actor.Student, Some.Now.AddDays(1));

    private Refund? Resolve(OpenCase openCase, CaseResolution resolution) => Rules(openCase).Resolve(new CaseDecision(resolution, Why), Some.Staff);

    private CaseRules Rules(OpenCase openCase) => new(openCase, Order, otherLive: null, Some.Now.AddDays(3));

    private static Money Usd(long minor) => new(minor, "USD");
}
