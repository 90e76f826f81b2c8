using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;
using Sweet.Domain.Tests.Settlements;

namespace Sweet.Domain.Tests.Refunds;

/// <summary>
/// A refund that failed owes its sum, and what is left of the payment at the most. Where money went back at Stripe since,
/// only a person can say whether it was sent instead.
/// </summary>
public class SentInsteadTests
{
    private readonly Paying place = new();

    public SentInsteadTests() => place.Pay();

    private Order Order => place.Order;

    [Fact]
    public void Goodwill_before_the_bank_returned_a_refund_takes_nothing_of_what_a_person_may_say()
    {
        var refund = place.Cohort.Withdraw(place.Enrollment, classesCounted: 0, Actor.Student, Some.Now).Refunds.Single();
        Hear("re_ours", refund.AmountMinor, RefundStatus.Succeeded, day: 1, reference: refund.Id);
        Hear("re_goodwill", 5_000, RefundStatus.Succeeded, day: 2);
        Hear("re_ours", refund.AmountMinor, RefundStatus.Failed, day: 5, reference: refund.Id);

        Assert.Equal(5_000, new StillOwed(Order).HeardOfSince(refund).Minor);
        Assert.Equal(CaseRefusal.SumMissing, Refusal(refund, amount: null));
        Assert.Equal(50_745, Resolve(refund, 507.45m).AmountMinor);
    }

    [Fact]
    public void Of_two_in_the_dashboard_the_one_that_comes_back_may_be_sent_again()
    {
        Hear("re_1", 10_000, RefundStatus.Succeeded, day: 1);
        Hear("re_2", 10_000, RefundStatus.Succeeded, day: 2);
        var returned = Hear("re_1", 10_000, RefundStatus.Failed, day: 5);

        Assert.Equal(10_000, Resolve(returned, 100m).AmountMinor);
    }

    [Fact]
    public void Of_one_that_was_sent_since_two_have_failed_a_person_says_which_it_replaces()
    {
        var first = Hear("re_1", 10_000, RefundStatus.Failed, day: 1);
        var second = Hear("re_2", 10_000, RefundStatus.Failed, day: 1);
        Hear("re_3", 10_000, RefundStatus.Succeeded, day: 2);

        Assert.Equal([CaseRefusal.SumMissing, CaseRefusal.SumMissing], new[] { first, second }.Select(r => Refusal(r, amount: null)));
        Assert.Equal(10_000, Resolve(second, 100m).AmountMinor);
    }

    [Fact]
    public void The_same_sum_that_was_sent_before_we_heard_of_the_failure_gives_nothing_away_by_itself()
    {
        var refund = place.Cohort.Withdraw(place.Enrollment, classesCounted: 0, Actor.Student, Some.Now).Refunds.Single();
        Hear("re_ours", refund.AmountMinor, RefundStatus.Succeeded, day: 1, reference: refund.Id);
        Hear("re_ours", refund.AmountMinor, RefundStatus.Failed, day: 5, reference: refund.Id);
        Hear("re_by_hand", refund.AmountMinor, RefundStatus.Succeeded, day: 3);

        Assert.Equal(refund.AmountMinor, new StillOwed(Order).HeardOfSince(refund).Minor);
        Assert.Equal(CaseRefusal.SumMissing, Refusal(refund, amount: null));
        Assert.Equal(CaseRefusal.SumNotOwed, Refusal(refund, amount: 89.56m));
    }

    [Fact]
    public void What_a_withdrawal_has_counted_is_owed_by_nothing_later()
    {
        var goodwill = Hear("re_goodwill", 10_000, RefundStatus.Failed, day: 0);
        var back = place.Cohort.Withdraw(place.Enrollment, classesCounted: 0, Actor.Student, Some.Now.AddDays(1)).Refunds.Single();
        Hear("re_ours", back.AmountMinor, RefundStatus.Failed, day: 2, reference: back.Id);
        Hear("re_by_hand", back.AmountMinor, RefundStatus.Succeeded, day: 3);

        Assert.Equal(CaseRefusal.NothingLeft, Refusal(goodwill, amount: 1m));
        Assert.Equal(CaseRefusal.SumMissing, Refusal(back, amount: null));
    }

    [Fact]
    public void All_of_it_goes_again_where_nobody_says_a_sum_and_nothing_went_back_since()
    {
        var refund = place.Cohort.Withdraw(place.Enrollment, classesCounted: 0, Actor.Student, Some.Now).Refunds.Single();
        refund.Refuse("no account", Some.Staff, Some.Now);

        Assert.Equal(50_745, Resolve(refund, amount: null).AmountMinor);
    }

    private Refund Hear(string id, long minor, RefundStatus status, int day, int? reference = null)
    {
        var facts = new RefundFacts(id, place.Payment.IdAtStripe, status, new Money(minor, "USD"), reference, null)
        {
            StripeStatus = status.ToString(),
            CreatedAtUtc = Some.Now.AddDays(day),
        };
        return Order.Apply(facts, Some.Staff, Some.Now.AddDays(day))!;
    }

    private CaseRefusal? Refusal(Refund failed, decimal? amount) => RulesOf(failed).RefusalFor(DecisionOf(amount));

    private Refund Resolve(Refund failed, decimal? amount) => RulesOf(failed).Resolve(DecisionOf(amount), Some.Staff)!;

    private CaseRules RulesOf(Refund failed) => new(RefundCases.Failed(failed, Some.Now.AddDays(6)), Order, otherLive: null, Some.Now.AddDays(6));

    private static CaseDecision DecisionOf(decimal? amount) => new(CaseResolution.Refund, "A person has decided.", amount);
}
