using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Tests.Settlements;

namespace Sweet.Domain.Tests.Refunds;

public class WithdrawalTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Paying paid = new();

    public WithdrawalTests() => paid.Pay();

    private Cohort Cohort => paid.Cohort;

    private Enrollment Enrollment => paid.Enrollment;

    [Fact]
    public void Frees_the_seat_and_asks_for_the_refund_at_once()
    {
        var withdrawal = Cohort.Withdraw(Enrollment, classesCounted: null, Actor.Student, Some.Now);

        Assert.Equal((EnrollmentStatus.Cancelled, CancellationReason.Withdrew, 0), (Enrollment.Status, Enrollment.CancelledWhy, Cohort.SeatsTaken));
        Assert.Equal((50_745L, RefundReason.Withdrew), (Assert.Single(withdrawal.Refunds).AmountMinor, withdrawal.Refunds[0].Reason));
        Assert.Contains(Enrollment.History, h => h is { Subject: "Enrollment", To: "Cancelled", Note: "Withdrew: 0 of 6 classes begun; 507.45 USD comes back." });
    }

    [Fact]
    public void A_second_before_and_at_the_beginning_of_a_class_gives_two_answers()
    {
        var begins = Cohort.Meetings[1].StartsAtUtc;

        Assert.Equal(1, Cohort.ClassesBegunAt(begins - Second));
        Assert.Equal(2, Cohort.ClassesBegunAt(begins));
        Assert.Equal(33_830, Cohort.Withdraw(Enrollment, null, Actor.Student, begins).Quote.Back.Minor);
    }

    [Fact]
    public void Staff_may_correct_the_number_of_classes_attended() =>
        Assert.Equal(42_288, Cohort.Withdraw(Enrollment, classesCounted: 1, Some.Staff, Cohort.Meetings[3].StartsAtUtc).Quote.Back.Minor);

    [Fact]
    public void Is_refused_twice_unpaid_over_and_cancelled()
    {
        Assert.Null(Enrollment.WithdrawalRefusalFor(Cohort.LastClassEndsAtUtc - Second));
        Assert.Equal(WithdrawalRefusal.CohortOver, Enrollment.WithdrawalRefusalFor(Cohort.LastClassEndsAtUtc));
        Assert.Equal(WithdrawalRefusal.NotConfirmed, Some.Enrollment().WithdrawalRefusalFor(Some.Now));

        Cohort.Withdraw(Enrollment, null, Actor.Student, Some.Now);

        Assert.Equal(WithdrawalRefusal.Ended, Enrollment.WithdrawalRefusalFor(Some.Now));
        Assert.Throws<InvalidOperationException>(() => Cohort.Withdraw(Enrollment, null, Actor.Student, Some.Now));
    }

    [Fact]
    public void A_closed_cohort_is_withdrawn_from_all_the_same()
    {
        Cohort.Close(Some.Staff, Some.Now);

        Assert.Null(Enrollment.WithdrawalRefusalFor(Some.Now));
    }

    [Fact]
    public void Money_that_arrives_afterwards_goes_back_because_the_place_was_cancelled()
    {
        var paying = new Paying();
        var first = paying.Checkout;
        var second = paying.PayAgain();
        paying.Pay(first);
        paying.Cohort.Withdraw(paying.Enrollment, null, Actor.Student, Some.Now);

        paying.Pay(second);

        Assert.Equal(PaymentDecision.RefundCancelled, paying.Order.Payments[1].Decision);
        Assert.Equal(RefundReason.EnrollmentCancelled, paying.Order.Refunds[^1].Reason);
        Assert.Equal(50_745 + 59_700, paying.Order.Refunded.Minor);
    }
}
