using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Disputes;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;
using Sweet.Domain.Tests.Settlements;

namespace Sweet.Domain.Tests.Disputes;

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

    [Theory]
    [InlineData("needs_response", OpenCaseKind.DisputeOpened)]
    [InlineData("warning_needs_response", OpenCaseKind.DisputeOpened)]
    [InlineData("a_word_of_next_year", OpenCaseKind.DisputeOpened)]
    [InlineData("under_review", null)]
    [InlineData("warning_under_review", null)]
    public void Becomes_a_case_while_a_person_has_to_act(string word, OpenCaseKind? kind) =>
        Assert.Equal(kind, Tell(DisputeStatus.Open, word)!.CaseFor(Some.Now)?.Kind);

    [Fact]
    public void Lost_takes_the_money_out_of_the_order_and_not_below_zero()
    {
        paid.Order.RequestRefund(paid.Payment, paid.Payment.Amount, RefundReason.Staff, Some.Staff, Some.Now);

        Tell(DisputeStatus.Lost, "lost");

        Assert.Equal((0L, 59_700L, OrderState.Refunded), (paid.Order.RefundableOf(paid.Payment).Minor, paid.Order.GoneBack.Minor, paid.Order.State));
        Assert.Equal(0, paid.Order.QuoteWithdrawal(0).Back.Minor);
    }

    [Fact]
    public void Lost_again_after_an_appeal_is_another_case()
    {
        var dispute = Tell(DisputeStatus.Lost, "lost")!;
        var first = dispute.CaseFor(Some.Now)!;
        Tell(DisputeStatus.Open, "under_review");
        Assert.Equal(OrderState.Disputed, paid.Order.State);

        Tell(DisputeStatus.Lost, "lost");

        var second = dispute.CaseFor(Some.Now)!;
        Assert.Equal((first.ObjectId, 1, 2), (second.ObjectId, first.Occurrence, second.Occurrence));
    }

    [Fact]
    public void Won_on_appeal_gives_the_order_its_worth_back()
    {
        Tell(DisputeStatus.Lost, "lost");

        Tell(DisputeStatus.Won, "won");

        Assert.Equal((OrderState.Paid, 59_700L), (paid.Order.State, paid.Order.RefundableOf(paid.Payment).Minor));
    }

    [Fact]
    public void Open_makes_refunds_wait_unless_it_is_an_inquiry()
    {
        var refund = paid.Order.RequestRefund(paid.Payment, new Money(100, "USD"), RefundReason.Staff, Some.Staff, Some.Now);

        Tell(DisputeStatus.Open, "warning_needs_response", allowsRefund: true);
        Assert.Single(paid.Order.Refunds.AsQueryable().ToSendAt(Some.Now));

        Tell(DisputeStatus.Open, "needs_response");
        Assert.True(refund.WaitsForBank);
        Assert.Empty(paid.Order.Refunds.AsQueryable().ToSendAt(Some.Now));
    }

    [Theory]
    [InlineData(59_700, null)]
    [InlineData(10_000, 40_745L)]
    public void Lost_leaves_of_waiting_refunds_what_the_bank_has_not_given_back(long lost, long? rest)
    {
        var waiting = paid.Order.RequestRefund(paid.Payment, new Money(50_745, "USD"), RefundReason.Withdrew, Actor.Student, Some.Now);
        var dispute = Tell(DisputeStatus.Lost, "lost", amount: lost)!;

        var replacement = new RefundRules(paid.Order, Some.Staff, Some.Now).Lost(dispute);

        Assert.Equal([waiting], replacement.GivenUp);
        Assert.Equal(RefundStatus.Cancelled, waiting.Status);
        Assert.Equal(rest, paid.Order.Refunds.Where(r => r.IsStanding).Select(r => (long?)r.AmountMinor).SingleOrDefault());
    }

    [Theory]
    [InlineData(59_700, 0, 50_745, 50_745)]
    [InlineData(10_000, 40_745, 50_745, 10_000)]
    public void Won_after_all_asks_a_person_about_what_was_given_up_because_it_was_lost(long lost, long standing, long givenUp, long byRule)
    {
        paid.Cohort.Withdraw(paid.Enrollment, classesCounted: 0, Actor.Student, Some.Now);
        new RefundRules(paid.Order, Some.Staff, Some.Now).Lost(Tell(DisputeStatus.Lost, "lost", amount: lost)!);

        var dispute = Tell(DisputeStatus.Won, "won", amount: lost)!;

        Assert.Equal(OpenCaseKind.DisputeWonBack, dispute.CaseFor(Some.Now)!.Kind);
        var known = new WonBack(dispute);
        Assert.Equal((standing, givenUp, byRule), (known.Standing.Minor, known.GivenUp.Minor, known.ByRule!.Value.Minor));
        Assert.Equal(standing, paid.Order.Refunds.Where(r => r.IsStanding).Sum(r => r.AmountMinor));
    }

    [Fact]
    public void Won_after_all_asks_a_person_about_what_a_withdrawal_after_the_loss_did_not_give()
    {
        Tell(DisputeStatus.Lost, "lost");
        Assert.Empty(paid.Cohort.Withdraw(paid.Enrollment, classesCounted: 0, Actor.Student, Some.Now.AddHours(1)).Refunds);

        var dispute = Tell(DisputeStatus.Won, "won")!;

        Assert.Equal(OpenCaseKind.DisputeWonBack, dispute.CaseFor(Some.Now)!.Kind);
        Assert.Equal(50_745, new WonBack(dispute).ByRule!.Value.Minor);
    }

    [Fact]
    public void Won_after_all_asks_nobody_while_the_place_stands_and_nothing_was_given_up()
    {
        Tell(DisputeStatus.Lost, "lost");

        Assert.Null(Tell(DisputeStatus.Won, "won")!.CaseFor(Some.Now));
    }

    private Dispute? Tell(DisputeStatus status, string word, bool allowsRefund = false, long amount = 59_700) =>
        paid.Order.Apply(new DisputeFacts("dp_1", paid.Payment.IdAtStripe, status, word, "fraudulent", new Money(amount, "USD")) { AllowsRefund = allowsRefund }, Actor.StripeEvent("evt"), Some.Now);
}
