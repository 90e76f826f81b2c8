using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;
using Sweet.Domain.Tests.Settlements;

namespace Sweet.Domain.Tests.Refunds;

/// <summary>What staff send in Stripe's dashboard counts toward a refund that failed only if they sent it since, and once.</summary>
public class SentInsteadTests
{
    private readonly Paying place = new();

    public SentInsteadTests() => place.Pay();

    private Order Order => place.Order;

    [Fact]
    public void Goodwill_before_the_bank_returned_a_refund_is_not_instead_of_it()
    {
        var refund = place.Cohort.Withdraw(place.Enrollment, classesCounted: 0, Actor.Student, Some.Now).Refunds.Single();
        Hear("re_ours", refund.AmountMinor, RefundStatus.Succeeded, day: 1, reference: refund.Id);
        Hear("re_goodwill", 5_000, RefundStatus.Succeeded, day: 2);
        Hear("re_ours", refund.AmountMinor, RefundStatus.Failed, day: 5, reference: refund.Id);

        Assert.Equal(50_745, TryAgain(refund, day: 5).AmountMinor);
    }

    [Fact]
    public void Of_two_in_the_dashboard_the_one_that_comes_back_is_owed()
    {
        Hear("re_1", 10_000, RefundStatus.Succeeded, day: 1);
        Hear("re_2", 10_000, RefundStatus.Succeeded, day: 2);
        var returned = Hear("re_1", 10_000, RefundStatus.Failed, day: 5);

        Assert.Equal(10_000, TryAgain(returned, day: 5).AmountMinor);
    }

    [Fact]
    public void One_that_was_sent_since_replaces_one_that_failed_and_not_two()
    {
        var first = Hear("re_1", 10_000, RefundStatus.Failed, day: 1);
        var second = Hear("re_2", 10_000, RefundStatus.Failed, day: 1);
        Hear("re_3", 10_000, RefundStatus.Succeeded, day: 2);

        Assert.Equal(RetryRefusal.NothingLeft, Order.RetryRefusalFor(first));
        Assert.Equal(10_000, TryAgain(second, day: 3).AmountMinor);
    }

    [Fact]
    public void The_same_sum_that_was_sent_before_we_heard_of_the_failure_replaces_it()
    {
        var refund = place.Cohort.Withdraw(place.Enrollment, classesCounted: 0, Actor.Student, Some.Now).Refunds.Single();
        Hear("re_ours", refund.AmountMinor, RefundStatus.Succeeded, day: 1, reference: refund.Id);
        Hear("re_ours", refund.AmountMinor, RefundStatus.Failed, day: 5, reference: refund.Id);
        Hear("re_by_hand", refund.AmountMinor, RefundStatus.Succeeded, day: 3);

        Assert.Equal(RetryRefusal.NothingLeft, Order.RetryRefusalFor(refund));
    }

    [Fact]
    public void What_a_withdrawal_has_counted_takes_nothing_of_a_later_replacement()
    {
        var goodwill = Order.RequestRefund(place.Payment, new Money(10_000, "USD"), RefundReason.Staff, Some.Staff, Some.Now);
        goodwill.Refuse("no account", Some.Staff, Some.Now);
        var back = place.Cohort.Withdraw(place.Enrollment, classesCounted: 0, Actor.Student, Some.Now.AddDays(1)).Refunds.Single();
        back.Refuse("no account", Some.Staff, Some.Now.AddDays(2));
        Hear("re_by_hand", back.AmountMinor, RefundStatus.Succeeded, day: 3);

        Assert.Equal(RetryRefusal.NothingLeft, Order.RetryRefusalFor(back));
    }

    private Refund Hear(string id, long minor, RefundStatus status, int day, int? reference = null)
    {
        var facts = new RefundFacts(id, place.Payment.PaymentIntentId, status, new Money(minor, "USD"), reference, null)
        {
            StripeStatus = status.ToString(),
            CreatedAtUtc = Some.Now.AddDays(day),
        };
        return Order.Apply(facts, Some.Staff, Some.Now.AddDays(day))!;
    }

    private Refund TryAgain(Refund failed, int day) => Order.RetryRefund(failed, Some.Staff, Some.Now.AddDays(day));
}
