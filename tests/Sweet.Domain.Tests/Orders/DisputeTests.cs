using Sweet.Domain.Orders;

namespace Sweet.Domain.Tests.Orders;

public class DisputeTests
{
    private readonly Paying paid = new();

    public DisputeTests() => paid.Pay();

    [Fact]
    public void Is_open_until_Stripe_closes_it()
    {
        var dispute = Tell(DisputeStatus.Open, "needs_response");
        Assert.Equal((OrderState.Disputed, null), (paid.Order.State, dispute!.ClosedAtUtc));

        Tell(DisputeStatus.Won, "won");

        Assert.Equal((DisputeStatus.Won, Some.Now, OrderState.Paid), (dispute.Status, dispute.ClosedAtUtc, paid.Order.State));
    }

    [Fact]
    public void Is_told_once_for_each_word_of_Stripe()
    {
        var dispute = Tell(DisputeStatus.Open, "needs_response");

        Assert.Null(Tell(DisputeStatus.Open, "needs_response"));
        Assert.Same(dispute, Tell(DisputeStatus.Open, "under_review"));
        Assert.Single(paid.Order.Disputes);
    }

    [Fact]
    public void Keeps_a_word_that_we_do_not_know()
    {
        var dispute = Tell(DisputeStatus.Open, "something_new");

        Assert.Equal("something_new", dispute!.StripeStatus);
    }

    private Dispute? Tell(DisputeStatus status, string word) =>
        paid.Order.Apply(new DisputeFacts("dp_1", paid.Payment.PaymentIntentId, status, word, "fraudulent", new Money(59_700, "USD")), Actor.StripeEvent("evt"), Some.Now);
}
