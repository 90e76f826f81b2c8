using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Tests.Settlements;
using Sweet.Domain.Waitlists;

namespace Sweet.Domain.Tests.Waitlists;

public class LineMoneyTests
{
    private readonly Paying paying = new(seats: 1);
    private readonly Enrollment seated;

    public LineMoneyTests()
    {
        paying.EndHold();
        seated = Some.Enrollment(paying.Cohort);
    }

    private Enrollment Late => paying.Enrollment;

    private Refund Refund => paying.Order.Refunds[0];

    [Fact]
    public void Is_refunded_a_day_later_unless_its_payer_chooses()
    {
        paying.Pay();

        Assert.Equal((RefundStatus.Requested, Some.Now + LineMoney.TimeToChoose), (Refund.Status, Refund.ChooseUntilUtc));
        Assert.Equal(Some.Now + LineMoney.TimeToChoose + LineMoney.ClocksApart, Refund.NextAttemptAtUtc);
        Assert.Null(Late.WaitingRefusalFor(live: null, Some.Now));
    }

    [Fact]
    public void Is_chosen_about_in_less_time_near_the_end_of_registration()
    {
        paying.Now = paying.Cohort.RegistrationClosesAtUtc.AddHours(-8);
        paying.Pay();

        Assert.Equal(paying.Now.AddHours(2), Refund.ChooseUntilUtc);
    }

    [Fact]
    public void Goes_back_at_once_where_no_line_can_be_joined()
    {
        paying.Now = paying.Cohort.RegistrationClosesAtUtc;
        paying.Pay();

        Assert.Equal((null, paying.Now), (Refund.ChooseUntilUtc, Refund.NextAttemptAtUtc));
        Assert.Equal(WaitlistRefusal.ChoiceOver, Late.WaitingRefusalFor(live: null, paying.Now));
    }

    [Fact]
    public void Is_not_chosen_about_twice()
    {
        paying.Pay();
        Refund.SendNow(Some.Now);

        Assert.Equal(Some.Now, Refund.NextAttemptAtUtc);
        Assert.Equal(WaitlistRefusal.ChoiceOver, Late.WaitingRefusalFor(live: null, Some.Now));
        Assert.Throws<InvalidOperationException>(() => Waits());
    }

    [Fact]
    public void Pays_for_the_seat_when_it_is_their_turn()
    {
        paying.Pay();
        var entry = Waits();
        Assert.Equal((1, 1), (paying.Cohort.SeatsTaken, paying.Cohort.Waiting));
        Assert.Throws<InvalidOperationException>(() => paying.Cohort.SeatPaid(entry, Some.Staff, Some.Now));
        paying.Cohort.Release(seated, ExpiryReason.GivenBack, Actor.Student, Some.Now);

        paying.Cohort.SeatPaid(entry, Some.Staff, Some.Now);

        Assert.Equal((EnrollmentStatus.Confirmed, PaymentDecision.Confirms), (Late.Status, paying.Payment.Decision));
        Assert.Equal((WaitlistStatus.Accepted, false, 1, 0), (entry.Status, entry.IsPaid, paying.Cohort.SeatsTaken, paying.Cohort.Waiting));
        Assert.Equal(OrderState.Paid, paying.Order.State);
    }

    [Fact]
    public void Goes_back_in_full_once_the_place_is_given_up()
    {
        paying.Pay();
        var entry = Waits();
        paying.Cohort.Leave(entry, Actor.Student, Some.Now);

        Assert.False(paying.Cohort.IsPaidAt(entry, Some.Now));
        var refund = entry.SendMoneyBack(Actor.Student, Some.Now);

        Assert.Equal((paying.Payment.Amount, RefundReason.NoSeat), (refund!.Amount, refund.Reason));
        Assert.Equal((PaymentDecision.RefundNoSeat, OrderState.Refunded, 0), (paying.Payment.Decision, paying.Order.State, paying.Cohort.Waiting));
    }

    [Fact]
    public void Pays_for_nothing_once_a_part_of_it_went_back()
    {
        paying.Pay();
        var entry = Waits();
        paying.Order.RequestRefund(paying.Payment, new Money(100, "USD"), RefundReason.Staff, Some.Staff, Some.Now);

        Assert.False(paying.Cohort.IsPaidAt(entry, Some.Now));
        Assert.Equal(paying.Payment.AmountMinor - 100, entry.SendMoneyBack(Some.Staff, Some.Now)!.AmountMinor);
        Assert.True(entry is { IsInLine: true, IsPaid: false });
    }

    [Fact]
    public void Stays_where_its_payer_left_it_when_the_news_repeats()
    {
        paying.Pay();
        Waits();

        Assert.Equal(Settlement.Nothing, paying.Pay());
        Assert.Equal((PaymentDecision.WaitsInLine, RefundStatus.Cancelled), (paying.Payment.Decision, Refund.Status));
    }

    private WaitlistEntry Waits()
    {
        var entry = new WaitlistEntry(Late, Some.Now);
        Late.WaitPaid(entry, [], live: null, Some.Now);
        return entry;
    }
}
