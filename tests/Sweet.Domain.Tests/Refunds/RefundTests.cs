using Sweet.Domain.Cases;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;
using Sweet.Domain.Tests.Settlements;

namespace Sweet.Domain.Tests.Refunds;

public class RefundTests
{
    private readonly Paying paid = new();

    public RefundTests() => paid.Pay();

    private Order Order => paid.Order;

    [Fact]
    public void Never_exceeds_what_is_left_of_the_payment()
    {
        Request(59_000);

        Assert.Equal(700, Order.RefundableOf(paid.Payment).Minor);
        Assert.Throws<InvalidOperationException>(() => Request(701));
        Assert.Throws<InvalidOperationException>(() => Request(0));
        Request(700);
        Assert.Equal(2, Order.Refunds.Count);
    }

    [Fact]
    public void Of_a_payment_that_is_not_there_yet_nothing_can_go_back()
    {
        var paying = new Paying();
        paying.PayByBank();

        Assert.Throws<InvalidOperationException>(() =>
            paying.Order.RequestRefund(paying.Payment, new Money(1, "USD"), RefundReason.Staff, Some.Staff, Some.Now));
    }

    [Fact]
    public void Goes_its_way_at_Stripe_and_each_step_is_told_once()
    {
        var refund = Request(59_700);

        Assert.Same(refund, Tell(RefundStatus.Pending));
        Assert.Null(Tell(RefundStatus.Pending));
        Assert.Same(refund, Tell(RefundStatus.RequiresAction));
        Assert.Same(refund, Tell(RefundStatus.Succeeded));
        Assert.Equal(("re_1", RefundStatus.Succeeded), (refund.StripeRefundId, refund.Status));
    }

    [Fact]
    public void Success_is_undone_only_by_a_bank_that_returns_the_money()
    {
        var refund = Request(59_700);
        Tell(RefundStatus.Succeeded);

        Assert.Null(Tell(RefundStatus.Pending));
        Assert.Null(Tell(RefundStatus.Cancelled));
        Assert.Same(refund, Tell(RefundStatus.Failed));
        Assert.Null(Tell(RefundStatus.Succeeded));
        Assert.Equal((RefundStatus.Failed, OrderState.Paid), (refund.Status, Order.State));
    }

    [Fact]
    public void One_that_failed_leaves_the_money_to_be_sent_back_again()
    {
        Request(59_700);
        Tell(RefundStatus.Failed);

        Assert.Equal(59_700, Order.RefundableOf(paid.Payment).Minor);
    }

    [Fact]
    public void One_made_at_Stripe_is_taken_in_as_such()
    {
        var refund = Order.Apply(new RefundFacts("re_dashboard", paid.Payment.IdAtStripe, RefundStatus.Succeeded, new Money(10_000, "USD"), Reference: null, FailureReason: null), Actor.StripeEvent("evt"), Some.Now);

        Assert.Equal((RefundOrigin.Stripe, RefundReason.MadeAtStripe, 10_000L), (refund!.Origin, refund.Reason, refund.AmountMinor));
        Assert.Equal(OrderState.PartlyRefunded, Order.State);
    }

    [Fact]
    public void One_that_Stripe_will_not_do_says_why()
    {
        var refund = Request(59_700);

        refund.Refuse("charge_disputed", Actor.Worker("refunds"), Some.Now);

        Assert.Equal((RefundStatus.Failed, "charge_disputed"), (refund.Status, refund.Failure));
    }

    [Fact]
    public void A_new_key_is_taken_only_while_it_is_asked_for()
    {
        var refund = Request(59_700);
        var key = refund.IdempotencyKey;
        Assert.True(refund.HasKeyAt(Some.Now + Refund.KeyLife - TimeSpan.FromTicks(1)));
        Assert.False(refund.HasKeyAt(Some.Now + Refund.KeyLife));

        refund.TakeNewKey(refund.IdempotencyKey, Some.Now + Refund.KeyLife);
        Tell(RefundStatus.Succeeded);

        Assert.NotEqual(key, refund.IdempotencyKey);
        Assert.Throws<InvalidOperationException>(() => refund.TakeNewKey(refund.IdempotencyKey, Some.Now));
    }

    [Fact]
    public void A_call_without_an_answer_waits_for_its_turn()
    {
        var refund = Request(59_700);

        refund.Postpone(TimeSpan.FromMinutes(5), isAnswerStored: false, Some.Now);

        Assert.Equal((1, Some.Now.AddMinutes(5), RefundStatus.Requested), (refund.Attempts, refund.NextAttemptAtUtc, refund.Status));
        Assert.True(refund.HasKeyAt(Some.Now));
    }

    [Fact]
    public void A_failure_that_Stripe_replays_spends_the_key()
    {
        var refund = Request(59_700);
        refund.Postpone(TimeSpan.FromMinutes(5), isAnswerStored: true, Some.Now);
        Assert.False(refund.HasKeyAt(Some.Now));

        refund.TakeNewKey(refund.IdempotencyKey, Some.Now);

        Assert.True(refund.HasKeyAt(Some.Now));
    }

    [Fact]
    public void A_word_that_we_do_not_know_is_kept_and_looked_at_once()
    {
        var refund = Request(59_700);
        Tell(RefundStatus.Pending);

        Assert.Same(refund, Tell(RefundStatus.Pending, "a_word_of_next_year"));
        Assert.Null(Tell(RefundStatus.Pending, "a_word_of_next_year"));

        Assert.Equal((RefundStatus.Pending, "a_word_of_next_year"), (refund.Status, refund.StripeStatus));
        Assert.Equal(OpenCaseKind.UnknownAtStripe, refund.CaseFor(Some.Now)?.Kind);
    }

    [Theory]
    [InlineData(RefundStatus.Failed)]
    [InlineData(RefundStatus.Cancelled)]
    public void One_that_did_not_go_through_is_a_case(RefundStatus status)
    {
        Request(59_700);

        Assert.Equal(OpenCaseKind.RefundFailed, Tell(status)!.CaseFor(Some.Now)?.Kind);
    }

    [Theory]
    [InlineData(59_700, null, 1)]
    [InlineData(20_000, 30_745L, 1)]
    [InlineData(20_000, 30_745L, -1)] // made before ours was asked for, and heard of only afterwards
    public void Refused_because_the_money_went_back_at_Stripe_asks_only_for_what_is_owed_beyond_it(long sent, long? rest, int madeAfterMinutes)
    {
        var refund = Request(50_745);
        var later = Some.Now.AddMinutes(1);
        Order.Apply(new RefundFacts("re_dashboard", paid.Payment.IdAtStripe, RefundStatus.Succeeded, new Money(sent, "USD"), null, null) { CreatedAtUtc = Some.Now.AddMinutes(madeAfterMinutes) }, Some.Staff, later);

        new RefundRules(Order, Some.Staff, later).Refused(refund, "charge_already_refunded");

        Assert.Equal(RefundStatus.Cancelled, refund.Status);
        Assert.Equal(rest, Order.Refunds.Where(r => r is { Origin: RefundOrigin.Us, IsStanding: true }).Select(r => (long?)r.AmountMinor).SingleOrDefault());
    }

    [Fact]
    public void Refused_because_of_one_of_ours_that_a_restore_had_lost_asks_for_nothing_that_went_back_with_it()
    {
        var refund = Request(50_745);
        Order.Apply(new RefundFacts("re_lost", paid.Payment.IdAtStripe, RefundStatus.Succeeded, new Money(50_745, "USD"), Reference: 77, FailureReason: null) { Reason = RefundReason.Withdrew }, Some.Staff, Some.Now);

        var replacement = new RefundRules(Order, Some.Staff, Some.Now).Refused(refund, "charge_already_refunded");

        Assert.Equal(RefundStatus.Cancelled, refund.Status);
        Assert.Empty(replacement.Anew);
        Assert.Equal(new Money(50_745, "USD"), Order.Refunded);
    }

    [Fact]
    public void Refused_for_no_reason_that_we_see_has_failed()
    {
        var refund = Request(50_745);

        new RefundRules(Order, Some.Staff, Some.Now).Refused(refund, "no");

        Assert.Equal((RefundStatus.Failed, "no"), (refund.Status, refund.Failure));
    }

    [Fact]
    public void Wishes_are_sent_when_their_turn_has_come()
    {
        var refund = Request(59_700);
        refund.Postpone(TimeSpan.FromMinutes(5), isAnswerStored: false, Some.Now);
        var all = Order.Refunds.AsQueryable();

        Assert.Empty(all.ToSendAt(Some.Now.AddMinutes(5).AddTicks(-1)));
        Assert.Single(all.ToSendAt(Some.Now.AddMinutes(5)));
    }

    private Refund Request(long minor) =>
        Order.RequestRefund(paid.Payment, new Money(minor, "USD"), RefundReason.Withdrew, Some.Staff, Some.Now);

    private Refund? Tell(RefundStatus status, string? word = null) =>
        Order.Apply(new RefundFacts("re_1", paid.Payment.IdAtStripe, status, new Money(59_700, "USD"), Reference: 0, FailureReason: null) { StripeStatus = word }, Actor.StripeEvent("evt"), Some.Now);
}
