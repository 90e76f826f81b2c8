using Sweet.Domain.Cases;
using Sweet.Domain.Disputes;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;
using Sweet.Domain.Tests.Settlements;

namespace Sweet.Domain.Tests.Refunds;

/// <summary>A refund that we gave up, and that Stripe had made all the same: its answer was lost.</summary>
public class GivenUpRefundTests
{
    private readonly Paying paid = new();

    public GivenUpRefundTests() => paid.Pay();

    private Order Order => paid.Order;

    private RefundRules Rules => new(Order, Some.Staff, Some.Now);

    [Theory]
    [InlineData(RefundStatus.Pending)]
    [InlineData(RefundStatus.RequiresAction)]
    [InlineData(RefundStatus.Succeeded)]
    public void Stands_as_Stripe_has_it(RefundStatus status)
    {
        var refund = GivenUp(lost: 59_700);

        var news = Rules.Take(Facts(status));

        Assert.Same(refund, news.Changed);
        Assert.Equal((status, "re_made"), (refund.Status, refund.StripeRefundId));
        Assert.Equal(0, Order.RefundableOf(paid.Payment).Minor);
        Assert.Null(Rules.Take(Facts(status)).Changed);
    }

    [Theory]
    [InlineData(RefundStatus.Failed)]
    [InlineData(RefundStatus.Cancelled)]
    public void Stays_given_up_if_Stripe_does_not_send_it_either(RefundStatus status)
    {
        var refund = GivenUp(lost: 59_700);

        Assert.Null(Rules.Take(Facts(status)).Changed);

        Assert.True(refund.IsGivenUp);
        Assert.Single(Order.Refunds);
    }

    [Fact]
    public void Takes_the_place_of_what_a_person_has_asked_for_after_an_appeal()
    {
        GivenUp(lost: 59_700);
        var anew = Appeal(500m);

        Rules.Take(Facts(RefundStatus.Succeeded));

        Assert.Equal((50_000L, RefundStatus.Cancelled), (anew.AmountMinor, anew.Status));
        Assert.Equal(50_000, Order.Refunded.Minor);
    }

    [Fact]
    public void Takes_the_place_of_the_rest_that_a_bank_left_to_us()
    {
        GivenUp(lost: 20_000);
        var rest = Order.Refunds[^1];

        Rules.Take(Facts(RefundStatus.Pending));

        Assert.Equal((30_000L, RefundStatus.Cancelled), (rest.AmountMinor, rest.Status));
        Assert.Equal(50_000, Order.Refunded.Minor);
    }

    [Fact]
    public void Leaves_alone_what_was_asked_for_another_reason_and_what_has_left()
    {
        GivenUp(lost: 20_000);
        var other = Order.RequestRefund(paid.Payment, Usd(1_000), RefundReason.CohortCancelled, Some.Staff, Some.Now);
        var rest = Order.Refunds[1];
        Order.Apply(Facts(RefundStatus.Succeeded, "re_rest", rest.AmountMinor), Some.Staff, Some.Now);

        Rules.Take(Facts(RefundStatus.Succeeded));

        Assert.Equal((RefundStatus.Succeeded, RefundStatus.Requested), (rest.Status, other.Status));
    }

    [Fact]
    public void Of_two_that_were_given_up_the_one_that_Stripe_made_leaves_the_other_owed()
    {
        Request(50_000);
        Request(9_700);
        LoseDispute(59_700);
        Appeal(597m);

        var news = Rules.Take(Facts(RefundStatus.Succeeded));

        Assert.Equal(9_700, Assert.Single(news.Instead.Anew).AmountMinor);
        Assert.Equal(59_700, Order.Refunded.Minor);
    }

    private Refund GivenUp(long lost)
    {
        var refund = Request(50_000);
        LoseDispute(lost);
        Assert.True(refund.IsGivenUp);
        return refund;
    }

    private Refund Request(long minor) => Order.RequestRefund(paid.Payment, Usd(minor), RefundReason.Withdrew, Actor.Student, Some.Now);

    private void LoseDispute(long minor) => Rules.Lost(Tell(DisputeStatus.Lost, "lost", minor));

    private Refund Appeal(decimal amount)
    {
        var openCase = Tell(DisputeStatus.Won, "won", 59_700).CaseFor(Some.Now)!;
        return new CaseRules(openCase, Order, otherLive: null, Some.Now).Resolve(new CaseDecision(CaseResolution.Refund, "Owed.", amount), Some.Staff)!;
    }

    private Dispute Tell(DisputeStatus status, string word, long minor) =>
        Order.Apply(new DisputeFacts("dp_1", paid.Payment.IdAtStripe, status, word, "fraudulent", Usd(minor)), Some.Staff, Some.Now)!;

    private RefundFacts Facts(RefundStatus status, string id = "re_made", long minor = 50_000) =>
        new(id, paid.Payment.IdAtStripe, status, Usd(minor), Reference: 0, FailureReason: null) { StripeStatus = status.ToString() };

    private static Money Usd(long minor) => new(minor, "USD");
}
