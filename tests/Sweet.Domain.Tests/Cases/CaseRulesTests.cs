using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Disputes;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;
using Sweet.Domain.Tests.Settlements;

namespace Sweet.Domain.Tests.Cases;

public class CaseRulesTests
{
    private const string Why = "A person has decided.";

    private readonly Paying place = new(seats: 1);

    private Order Order => place.Order;

    [Fact]
    public void Another_sum_may_confirm_the_place()
    {
        var openCase = OtherSum(1_000);

        Assert.Null(Resolve(openCase, CaseResolution.Seat));

        Assert.Equal((EnrollmentStatus.Confirmed, 1), (place.Enrollment.Status, place.Cohort.SeatsTaken));
        Assert.Equal((CaseResolution.Seat, Why), (openCase.Resolution, openCase.Reason));
        Assert.Contains(place.Enrollment.History, h => h.Note == Why && h.To == nameof(CaseResolution.Seat));
    }

    [Fact]
    public void Another_sum_may_go_back_and_the_place_with_it()
    {
        var refund = Resolve(OtherSum(1_000), CaseResolution.Refund);

        Assert.Equal((1_000L, RefundReason.Staff), (refund!.AmountMinor, refund.Reason));
        Assert.Equal((EnrollmentStatus.Expired, 0), (place.Enrollment.Status, place.Cohort.SeatsTaken));
        Assert.NotNull(Order.AbandonedAtUtc);
    }

    [Fact]
    public void Another_sum_that_goes_back_leaves_a_place_that_another_payment_pays_for()
    {
        var openCase = OtherSumBesideTheRightOne(1_000);

        Resolve(openCase, CaseResolution.Refund);

        Assert.Equal((EnrollmentStatus.Confirmed, 1), (place.Enrollment.Status, place.Cohort.SeatsTaken));
    }

    [Theory]
    [InlineData("10", 1_000)]
    [InlineData("0.01", 1)]
    [InlineData("597.00", 59_700)]
    [InlineData("597.01", null)]
    [InlineData("0.001", null)]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("79228162514264337593543950335", null)]
    public void A_person_may_say_how_much_goes_back_but_never_more_than_is_owed(string typed, int? sent)
    {
        var openCase = OtherSum(59_701);
        Order.RequestRefund(place.Payment, Usd(1), RefundReason.Staff, Some.Staff, Some.Now);
        var decision = new CaseDecision(CaseResolution.Refund, Why, decimal.Parse(typed, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(sent is null ? CaseRefusal.SumNotOwed : null, Rules(openCase).RefusalFor(decision));
        if (sent is not null) Assert.Equal((long)sent.Value, Rules(openCase).Resolve(decision, Some.Staff)!.AmountMinor);
    }

    [Fact]
    public void A_person_may_keep_the_seat_and_send_a_part_back()
    {
        var refund = Rules(OtherSum(69_700)).Resolve(new CaseDecision(CaseResolution.Seat, Why, Amount: 100), Some.Staff);

        Assert.Equal((10_000L, RefundReason.Staff), (refund!.AmountMinor, refund.Reason));
        Assert.Equal((EnrollmentStatus.Confirmed, 1), (place.Enrollment.Status, place.Cohort.SeatsTaken));
    }

    [Fact]
    public void With_the_seat_no_more_goes_back_than_was_paid() =>
        Assert.Equal(CaseRefusal.SumNotOwed, Rules(OtherSum(69_700)).RefusalFor(new CaseDecision(CaseResolution.Seat, Why, Amount: 697.01m)));

    [Fact]
    public void A_sum_means_nothing_where_nothing_is_sent_back() =>
        Assert.Equal(CaseRefusal.TakesNoSum, Rules(OtherSum(1_000)).RefusalFor(new CaseDecision(CaseResolution.Noted, Why, Amount: 10)));

    [Theory]
    [InlineData("5", null)]
    [InlineData("10.01", CaseRefusal.SumNotOwed)]
    public void Of_a_failed_refund_a_person_may_say_how_much_goes_again(string typed, CaseRefusal? refusal)
    {
        place.Pay();
        var openCase = RefundCases.Failed(Failed(1_000), Some.Now);
        var decision = new CaseDecision(CaseResolution.Refund, Why, decimal.Parse(typed, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(refusal, Rules(openCase).RefusalFor(decision));
        if (refusal is null) Assert.Equal(500, Rules(openCase).Resolve(decision, Some.Staff)!.AmountMinor);
    }

    [Fact]
    public void A_place_whose_money_is_gone_takes_no_sum()
    {
        place.Pay();
        var openCase = DisputeCases.Lost(LoseDispute(), Some.Now);

        Assert.Equal(CaseRefusal.NothingLeft, Rules(openCase).RefusalFor(new CaseDecision(CaseResolution.Refund, Why, Amount: 5)));
        Assert.Equal(CaseRefusal.NothingLeft, Rules(openCase).RefusalFor(new CaseDecision(CaseResolution.Seat, Why, Amount: 5)));
    }

    [Theory]
    [InlineData(CaseResolution.Seat, EnrollmentStatus.Confirmed)]
    [InlineData(CaseResolution.Refund, EnrollmentStatus.Cancelled)]
    public void Of_what_a_bank_has_left_a_person_may_send_a_part_back_with_the_seat_or_without(CaseResolution resolution, EnrollmentStatus becomes)
    {
        place.Pay();
        var openCase = DisputeCases.Lost(LoseDispute(Usd(10_000)), Some.Now);

        Assert.Equal(CaseRefusal.SumNotOwed, Rules(openCase).RefusalFor(new CaseDecision(resolution, Why, Amount: 497.01m)));
        var refund = Rules(openCase).Resolve(new CaseDecision(resolution, Why, Amount: 300), Some.Staff);

        Assert.Equal((30_000L, RefundReason.Staff, becomes), (refund!.AmountMinor, refund.Reason, place.Enrollment.Status));
    }

    [Fact]
    public void Nothing_happens_twice()
    {
        var openCase = OtherSum(1_000);
        Resolve(openCase, CaseResolution.Refund);

        Assert.Equal(CaseRefusal.Resolved, Rules(openCase).RefusalFor(new CaseDecision(CaseResolution.Refund, Why)));
        Assert.Throws<InvalidOperationException>(() => Resolve(openCase, CaseResolution.Seat));
        Assert.Single(Order.Refunds);
    }

    [Fact]
    public void No_seat_is_given_that_is_not_free()
    {
        var openCase = OtherSum(1_000);
        place.Cohort.Release(place.Enrollment, ExpiryReason.Staff, Some.Staff, Some.Now);
        Some.Enrollment(place.Cohort);

        Assert.Equal(CaseRefusal.NoSeat, Rules(openCase).RefusalFor(new CaseDecision(CaseResolution.Seat, Why)));
    }

    [Fact]
    public void No_second_place_is_given_to_an_address()
    {
        var openCase = OtherSum(1_000);
        place.Cohort.Release(place.Enrollment, ExpiryReason.Staff, Some.Staff, Some.Now);
        var other = Some.Enrollment(email: place.Enrollment.Email);

        Assert.Equal(CaseRefusal.HasAnotherSeat, Rules(openCase, other).RefusalFor(new CaseDecision(CaseResolution.Seat, Why)));
    }

    [Fact]
    public void A_place_that_was_cancelled_is_not_confirmed_again()
    {
        place.Pay();
        var lost = DisputeCases.Lost(LoseDispute(), Some.Now);
        Withdraw();

        Assert.Equal(CaseRefusal.SeatEnded, Rules(lost).RefusalFor(new CaseDecision(CaseResolution.Seat, Why)));
        Assert.Equal(CaseRefusal.SeatEnded, Rules(lost).RefusalFor(new CaseDecision(CaseResolution.Refund, Why)));
        Assert.Null(Rules(lost).RefusalFor(new CaseDecision(CaseResolution.Noted, Why)));
    }

    [Fact]
    public void After_a_lost_dispute_only_the_place_ends()
    {
        place.Pay();

        Assert.Null(Resolve(DisputeCases.Lost(LoseDispute(), Some.Now), CaseResolution.Refund));

        Assert.Equal((EnrollmentStatus.Cancelled, CancellationReason.Disputed, 0), (place.Enrollment.Status, place.Enrollment.CancelledWhy, place.Cohort.SeatsTaken));
        Assert.Empty(Order.Refunds);
    }

    [Fact]
    public void After_a_dispute_of_a_part_was_lost_the_rest_goes_back_with_the_place()
    {
        place.Pay();
        var lost = LoseDispute(Usd(10_000));

        Assert.Equal(49_700, Resolve(DisputeCases.Lost(lost, Some.Now), CaseResolution.Refund)!.AmountMinor);

        Assert.Equal(CancellationReason.Disputed, place.Enrollment.CancelledWhy);
    }

    [Fact]
    public void A_lost_dispute_of_a_second_payment_leaves_the_place_that_the_first_has_paid_for()
    {
        var earlier = place.Checkout;
        place.PayAgain();
        place.Pay();
        place.Pay(earlier);
        Order.Refunds.Single().Refuse("contested", Some.Staff, Some.Now);
        var second = Order.Refunds.Single().Payment;
        var lost = Order.Apply(new DisputeFacts("dp_1", second.IdAtStripe, DisputeStatus.Lost, "lost", "fraudulent", second.Amount), Some.Staff, Some.Now)!;

        Assert.Null(Resolve(DisputeCases.Lost(lost, Some.Now), CaseResolution.Refund));

        Assert.Equal((EnrollmentStatus.Confirmed, 1), (place.Enrollment.Status, place.Cohort.SeatsTaken));
    }

    [Fact]
    public void A_seat_whose_money_went_back_another_way_can_still_be_freed()
    {
        var openCase = OtherSum(1_000);
        Order.Apply(new RefundFacts("re_1", place.Payment.IdAtStripe, RefundStatus.Succeeded, Usd(1_000), null, null), Some.Staff, Some.Now);

        Assert.Null(Resolve(openCase, CaseResolution.Refund));

        Assert.Equal((EnrollmentStatus.Expired, 0), (place.Enrollment.Status, place.Cohort.SeatsTaken));
    }

    [Fact]
    public void After_a_refund_at_Stripe_only_the_place_ends()
    {
        place.Pay();
        var made = Order.Apply(new RefundFacts("re_1", place.Payment.IdAtStripe, RefundStatus.Succeeded, Usd(59_700), null, null), Some.Staff, Some.Now);

        Assert.Null(Resolve(RefundCases.MadeAtStripe(made!, Some.Now), CaseResolution.Refund));

        Assert.Equal((CancellationReason.Staff, 1), (place.Enrollment.CancelledWhy, Order.Refunds.Count));
    }

    [Fact]
    public void A_failed_refund_is_tried_again_once()
    {
        place.Pay();
        var failed = Failed(1_000);
        var openCase = RefundCases.Failed(failed, Some.Now);

        var again = Resolve(openCase, CaseResolution.Refund);

        Assert.Same(failed, again!.RetryOf);
        Assert.Equal(CaseRefusal.NothingLeft, Rules(RefundCases.Failed(failed, Some.Now)).RefusalFor(new CaseDecision(CaseResolution.Refund, Why)));
        Assert.Equal(EnrollmentStatus.Confirmed, place.Enrollment.Status);
    }

    private OpenCase OtherSum(long minor)
    {
        place.Pay(amount: Usd(minor));
        return place.Opened!;
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

    private Dispute LoseDispute(Money? amount = null) => Order.Apply(
        new DisputeFacts("dp_1", place.Payment.IdAtStripe, DisputeStatus.Lost, "lost", "fraudulent", amount ?? place.Payment.Amount), Some.Staff, Some.Now)!;

    private Withdrawal Withdraw() => place.Cohort.Withdraw(place.Enrollment, classesCounted: 0, Actor.Student, Some.Now.AddDays(1));

    private Refund? Resolve(OpenCase openCase, CaseResolution resolution) => Rules(openCase).Resolve(new CaseDecision(resolution, Why), Some.Staff);

    private CaseRules Rules(OpenCase openCase, Enrollment? otherLive = null) => new(openCase, Order, otherLive, Some.Now.AddDays(3));

    private static Money Usd(long minor) => new(minor, "USD");
}
