using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Disputes;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;
using Sweet.Domain.Tests.Settlements;

namespace Sweet.Domain.Tests.Disputes;

/// <summary>An appeal brings money back: a person says how much of it goes to the student, knowing what the rule would give.</summary>
public class WonBackTests
{
    private const string Why = "A person has decided.";

    private readonly Paying place = new(seats: 1);
    private readonly Checkout first;

    public WonBackTests()
    {
        first = place.Checkout;
        place.PayAgain();
    }

    private Order Order => place.Order;

    [Fact]
    public void What_is_owed_of_a_failed_refund_has_a_case_of_its_own_and_the_rule_gives_nothing_once_it_is_tried_again()
    {
        place.Pay(first);
        Withdraw();
        place.Now = Some.Now.AddDays(2);
        place.Pay();
        Arrive(Order.Refunds[0]);
        Tell(DisputeStatus.Lost);
        Order.Refunds[1].Refuse("no account", Some.Staff, Some.Now.AddDays(3));
        var known = new WonBack(Tell(DisputeStatus.Won));

        Assert.Equal(59_700, Order.RetryRefund(Order.Refunds[1], Some.Staff, Some.Now.AddDays(4)).AmountMinor);

        Assert.Equal((8_955L, 0L), (known.Refundable.Minor, known.ByRule!.Value.Minor));
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
        var dispute = Tell(DisputeStatus.Won);

        Assert.Equal(50_745, Order.RetryRefund(Order.Refunds[1], Some.Staff, Some.Now.AddDays(3)).AmountMinor);

        Assert.True(new WonBack(dispute).WantsPerson);
        Assert.Equal(59_700, new WonBack(dispute).ByRule!.Value.Minor);
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

        var known = new WonBack(Tell(DisputeStatus.Won, "dp_1", 20_000));

        Assert.Equal(50_745 - 39_700, known.ByRule!.Value.Minor);
    }

    [Fact]
    public void No_rule_gives_anything_of_a_place_that_staff_ended_or_that_stands()
    {
        place.Pay(first);
        var lost = Tell(DisputeStatus.Lost);
        Resolve(DisputeCases.Lost(lost, Some.Now), new CaseDecision(CaseResolution.Refund, Why));

        var known = new WonBack(Tell(DisputeStatus.Won));

        Assert.True(known.WantsPerson);
        Assert.Null(known.ByRule);
    }

    [Fact]
    public void Of_a_payment_that_was_to_go_back_all_goes_back()
    {
        place.Pay();
        place.Pay(first);
        new RefundRules(Order, Some.Staff, Some.Now).Lost(Tell(DisputeStatus.Lost));

        Assert.Equal(59_700, new WonBack(Tell(DisputeStatus.Won)).ByRule!.Value.Minor);
    }

    [Theory]
    [InlineData(null, CaseRefusal.SumMissing)]
    [InlineData(597.01, CaseRefusal.SumNotOwed)]
    [InlineData(0.0, CaseRefusal.SumNotOwed)]
    public void A_person_says_the_sum_and_no_more_than_is_left(double? amount, CaseRefusal refusal)
    {
        var openCase = WonBackOfWithdrawal();

        Assert.Equal(refusal, Rules(openCase).RefusalFor(new CaseDecision(CaseResolution.Refund, Why, (decimal?)amount)));
    }

    [Fact]
    public void What_a_person_says_is_asked_for_as_what_was_given_up_and_only_once()
    {
        var openCase = WonBackOfWithdrawal();
        var decision = new CaseDecision(CaseResolution.Refund, Why, 507.45m);

        var refund = Resolve(openCase, decision);

        Assert.Equal((50_745L, RefundReason.Withdrew), (refund!.AmountMinor, refund.Reason));
        Assert.Equal(CaseRefusal.Resolved, Rules(openCase).RefusalFor(decision));
    }

    [Fact]
    public void Lost_once_more_there_is_nothing_to_decide_any_more()
    {
        var openCase = WonBackOfWithdrawal();
        Tell(DisputeStatus.Lost);

        Assert.Equal(CaseRefusal.NothingLeft, Rules(openCase).RefusalFor(new CaseDecision(CaseResolution.Refund, Why, 507.45m)));
    }

    private OpenCase WonBackOfWithdrawal()
    {
        place.Pay(first);
        Withdraw();
        new RefundRules(Order, Some.Staff, Some.Now.AddDays(2)).Lost(Tell(DisputeStatus.Lost));
        return Tell(DisputeStatus.Won).CaseFor(Some.Now.AddDays(3))!;
    }

    private void Withdraw() => place.Cohort.Withdraw(place.Enrollment, classesCounted: 0, Actor.Student, Some.Now.AddDays(1));

    private void Arrive(Refund refund) =>
        Order.Apply(new RefundFacts("re_1", refund.Payment.IdAtStripe, RefundStatus.Succeeded, refund.Amount, refund.Id, null) { StripeStatus = "succeeded" }, Some.Staff, Some.Now);

    private Dispute Tell(DisputeStatus status, string id = "dp_1", long? minor = null) => Order.Apply(
        new DisputeFacts(id, $"pi_{first.SessionId}", status, status.ToString(), "fraudulent", Some.Price with { Minor = minor ?? Some.Price.Minor }), Some.Staff, Some.Now)!;

    private Refund? Resolve(OpenCase openCase, CaseDecision decision) => Rules(openCase).Resolve(decision, Some.Staff);

    private CaseRules Rules(OpenCase openCase) => new(openCase, Order, otherLive: null, Some.Now.AddDays(4));
}
