using Sweet.Domain.Courses;
using Sweet.Domain.Courses.Cancelling;
using Sweet.Domain.Disputes;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;
using Sweet.Domain.Tests.Settlements;
using Sweet.Domain.Transfers;

namespace Sweet.Domain.Tests.Transfers;

/// <summary>A seat that came by a transfer moves again: its money lies with all the seats before it.</summary>
public class ChainedTransferTests
{
    private readonly Enrollment first = Some.Enrollment(Some.OpenCohort());
    private DateTime now = Some.Now;

    public ChainedTransferTests() => Pay(first);

    [Fact]
    public void Moves_at_once_at_the_same_price_however_often()
    {
        var last = Move(Move(Move(first)));

        Assert.Equal((EnrollmentStatus.Confirmed, 0L, 59_700L), (last.Status, last.Order.TotalMinor, last.Order.CreditLeft().Minor));
        Assert.Equal(CancellationReason.Transferred, last.TransferredFrom!.CancelledWhy);
    }

    [Fact]
    public void A_seat_whose_money_has_moved_on_has_nothing_that_came_along()
    {
        var second = Move(first);
        Move(second);

        Assert.Equal(0, second.Order.CreditLeft().Minor);
    }

    [Fact]
    public void Asks_for_the_difference_to_what_all_payments_are_worth()
    {
        var second = Move(first, price: 69_700);
        Pay(second);

        var third = Move(second, price: 79_700);

        Assert.Equal((10_000L, 69_700L), (third.Order.TotalMinor, third.Order.Credit().Minor));
        Assert.Equal(Settlement.Confirmed, Pay(third));
        Assert.Equal((EnrollmentStatus.Confirmed, EnrollmentStatus.Cancelled), (third.Status, second.Status));
    }

    [Fact]
    public void Sends_the_rest_back_to_the_newest_payments_first()
    {
        var second = Move(first, price: 69_700);
        Pay(second);

        var third = Move(second, price: 39_700);

        Assert.Equal([10_000L], second.Order.Refunds.Select(r => r.AmountMinor));
        Assert.Equal([20_000L], first.Order.Refunds.Select(r => r.AmountMinor));
        Assert.Equal(39_700, third.Order.CreditLeft().Minor);
    }

    [Fact]
    public void Counts_the_classes_of_each_seat_with_its_share_of_what_it_was_worth()
    {
        var second = Move(first, price: 29_850, classesCounted: 3);

        var third = Move(second, price: 19_900, classesCounted: 2);

        Assert.Equal((EnrollmentStatus.Confirmed, 19_900L), (third.Status, third.Order.Credit().Minor));
        Assert.Empty(first.Order.Refunds);
    }

    [Fact]
    public void A_withdrawal_gives_back_of_all_payments_the_newest_first()
    {
        var second = Move(first, price: 69_700);
        Pay(second);
        var third = Move(second, price: 79_700);
        Pay(third);

        var withdrawal = third.Cohort.Withdraw(third, classesCounted: 0, Actor.Student, now);

        Assert.Equal(67_745, withdrawal.Quote.Back.Minor);
        Assert.Equal(
            [(third.Order, 10_000L), (second.Order, 10_000L), (first.Order, 47_745L)],
            withdrawal.Refunds.Select(r => (r.Order, r.AmountMinor)));
    }

    [Fact]
    public void Its_cohort_canceled_all_of_all_payments_goes_back()
    {
        var second = Move(first, price: 69_700);
        Pay(second);
        var third = Move(second, price: 69_700);
        _ = new CohortCancellation(third.Cohort, "The teacher is ill.", null, [], Some.Staff, now);

        Assert.True(third.EndWithCohort(Some.Staff, now));

        Assert.Equal([10_000L], second.Order.Refunds.Select(r => r.AmountMinor));
        Assert.Equal([59_700L], first.Order.Refunds.Select(r => r.AmountMinor));
    }

    [Fact]
    public void What_staff_gave_back_beside_any_of_its_seats_is_not_asked_for_again()
    {
        GiveBack(first, 97);
        var second = Move(first);
        GiveBack(second, 100);

        var third = Move(second);

        Assert.Equal((EnrollmentStatus.Confirmed, 0L, 40_000L), (third.Status, third.Order.TotalMinor, third.Order.CreditLeft().Minor));
    }

    [Fact]
    public void What_staff_gave_back_is_given_back_once()
    {
        GiveBack(first, 97);

        var second = Move(first, price: 49_700);

        Assert.Equal([9_700L, 300L], first.Order.Refunds.Select(r => r.AmountMinor));
        Assert.Equal(49_700, second.Order.CreditLeft().Minor);
    }

    [Fact]
    public void A_withdrawal_takes_off_what_went_back_of_what_came_along()
    {
        var second = Move(first);
        GiveBack(second, 100);

        var withdrawal = second.Cohort.Withdraw(second, classesCounted: 0, Actor.Student, now);

        Assert.Equal(50_745 - 10_000, withdrawal.Refunds.Sum(r => r.AmountMinor));
    }

    [Fact]
    public void What_was_waived_stays_waived()
    {
        var second = Move(first, price: 69_700, waived: "We moved the dates.");

        var third = Move(second, price: 69_700);

        Assert.Equal((EnrollmentStatus.Confirmed, 0L, 59_700L), (third.Status, third.Order.TotalMinor, third.Order.CreditLeft().Minor));
    }

    [Fact]
    public void What_a_bank_took_of_the_first_payment_is_asked_for_again()
    {
        var second = Move(first);
        Contest(first, DisputeStatus.Lost);

        Assert.Equal(0, second.Order.CreditLeft().Minor);
        Assert.Equal(59_700, Move(second).Order.TotalMinor);
    }

    [Fact]
    public void Is_refused_while_a_bank_contests_a_payment_that_came_along()
    {
        var third = Move(Move(first));
        Contest(first, DisputeStatus.Open);

        Assert.Equal(TransferRefusal.MoneyInDoubt, third.TransferRefusalFor(successor: null));
    }

    [Fact]
    public void Money_for_it_goes_back_if_what_came_along_went_back_meanwhile()
    {
        var second = Move(first);
        var third = Move(second, price: 69_700);
        var open = Some.OpenCheckout(third.Order, now);
        GiveBack(second, 100);

        Assert.Equal(Settlement.RefundRequested, Pay(third, open));
        Assert.Equal((EnrollmentStatus.Confirmed, EnrollmentStatus.Expired), (second.Status, third.Status));
    }

    [Fact]
    public void A_late_second_payment_of_an_earlier_seat_takes_nothing_from_what_came_along()
    {
        var paying = new Paying();
        var late = paying.Checkout;
        paying.Pay(paying.PayAgain());
        var second = Move(paying.Order.Enrollment);

        paying.Pay(late);

        Assert.Single(paying.Order.Refunds);
        Assert.Equal(59_700, second.Order.CreditLeft().Minor);
    }

    /// <summary>Whatever is done in whatever order: no payment gives more than it brought, and what is left is never below zero.</summary>
    [Fact]
    public void Random_moves_and_refunds_never_give_back_more_than_came()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var random = new Random(seed);
            var seat = Some.Enrollment(Some.OpenCohort());
            Pay(seat);
            for (var step = 0; step < 8 && seat.Status == EnrollmentStatus.Confirmed; step++) seat = Step(seat, random);

            var orders = seat.Order.EarlierOrders().Prepend(seat.Order).ToList();
            Assert.All(orders, o => Assert.InRange(o.Refunded.Minor, 0, o.Paid.Minor));
            Assert.InRange(seat.Order.CreditLeft().Minor, 0, orders.Skip(1).Sum(o => o.Left().Minor));
        }
    }

    private Enrollment Step(Enrollment seat, Random random)
    {
        now = now.AddMinutes(1);
        var rules = new StaffRefundRules(seat, now);
        switch (random.Next(5))
        {
            case 0 when rules.Left.Minor >= 100:
                GiveBack(seat, random.Next(1, 1 + (int)(rules.Left.Minor / 100)));
                return seat;
            case 1 when random.Next(4) == 0:
                var left = rules.Left.Minor;
                var back = seat.Cohort.Withdraw(seat, random.Next(4), Actor.Student, now).Refunds.Sum(r => r.AmountMinor);
                Assert.InRange(back, 0, left);
                return seat;
            default:
                var before = rules.Left.Minor;
                var moved = Move(seat, random.Next(10, 99) * 1_000, random.Next(4), random.Next(3) == 0 ? "Because." : null);
                if (moved.Status == EnrollmentStatus.Confirmed || random.Next(3) > 0)
                {
                    if (moved.Status != EnrollmentStatus.Confirmed) Assert.Equal(Settlement.Confirmed, Pay(moved));
                    Assert.InRange(moved.Order.CreditLeft().Minor, 0, before);
                    Assert.Equal(moved.Order.Credit(), moved.Order.CreditLeft());
                    return moved;
                }

                moved.Cohort.Release(moved, ExpiryReason.TimeOver, Some.Staff, now);
                return seat;
        }
    }

    private Enrollment Move(Enrollment seat, long price = 59_700, int classesCounted = 0, string? waived = null)
    {
        now = now.AddMinutes(1);
        var to = Some.OpenCohort(price: new Money(price, "USD"));
        var quote = TransferQuote.For(seat.Order, to, classesCounted, now);
        return seat.Transfer(to, quote, new TransferTerms("IPT-NEW", TimeSpan.FromDays(3), waived), Some.Staff, now);
    }

    private void GiveBack(Enrollment seat, decimal amount)
    {
        now = now.AddMinutes(1);
        new StaffRefundRules(seat, now).Carry(
            new StaffRefund(RefundSum.Other, EndsSeat: false) { Amount = amount, Reason = "A goodwill gesture." }, Some.Staff);
    }

    private void Contest(Enrollment seat, DisputeStatus status)
    {
        var payment = seat.Order.Payments.Single();
        seat.Order.Apply(new DisputeFacts("dp_1", payment.IdAtStripe, status, status.ToString(), "fraudulent", payment.Amount), Some.Staff, now);
    }

    private Settlement Pay(Enrollment seat, Checkout? open = null)
    {
        now = now.AddMinutes(1);
        var checkout = open ?? Some.OpenCheckout(seat.Order, now);
        return new SettlementRules(seat.Cohort, seat.Order, Some.Staff, now).Settle(checkout, Some.Complete(checkout), otherLive: null);
    }
}
