using Sweet.Domain.ByHand;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;
using Sweet.Domain.Transfers;

namespace Sweet.Domain.Tests.Refunds;

/// <summary>Classes that were over before a seat was somebody's are none of those that they pay for.</summary>
public class ClassesOverTests
{
    private readonly Cohort cohort = Some.OpenCohort();

    [Fact]
    public void Who_comes_after_two_of_six_classes_pays_for_four()
    {
        var enrollment = EnrolledAt(cohort.Meetings[1].EndsAtUtc);

        Assert.Equal((4, 2), (enrollment.Order.ClassesBought, enrollment.Order.ClassesOver));
        Assert.Equal(50_745, BackAt(enrollment, cohort.Meetings[2].StartsAtUtc.AddSeconds(-1)));
        Assert.Equal(38_059, BackAt(enrollment, cohort.Meetings[2].StartsAtUtc));
        Assert.Equal(0, BackAt(enrollment, cohort.Meetings[5].StartsAtUtc));
    }

    [Fact]
    public void Who_comes_in_the_middle_of_a_class_pays_for_it_and_may_take_part()
    {
        var enrollment = EnrolledAt(cohort.Meetings[1].EndsAtUtc.AddSeconds(-1));

        Assert.Equal((5, 1), (enrollment.Order.ClassesBought, enrollment.Order.ClassesOver));
        Assert.Equal(1, enrollment.ClassesCountedAt(cohort.Meetings[1].EndsAtUtc));
    }

    [Fact]
    public void Who_comes_to_the_last_class_pays_for_that_one() =>
        Assert.Equal(1, EnrolledAt(cohort.LastClassEndsAtUtc.AddSeconds(-1)).Order.ClassesBought);

    [Fact]
    public void A_hold_that_is_paid_after_a_class_does_not_pay_for_it()
    {
        var enrollment = cohort.HoldSeat(Some.Registration(), live: null, Some.HoldTime, Some.Now);

        cohort.Confirm(enrollment, Actor.Student, cohort.Meetings[0].EndsAtUtc);
        cohort.Confirm(enrollment, Actor.Student, cohort.Meetings[3].EndsAtUtc);

        Assert.Equal((5, 1), (enrollment.Order.ClassesBought, enrollment.Order.ClassesOver));
    }

    [Fact]
    public void Money_that_is_heard_of_late_has_paid_for_the_classes_since()
    {
        var enrollment = cohort.HoldSeat(Some.Registration(), live: null, Some.HoldTime, Some.Now);
        var checkout = Some.OpenCheckout(enrollment.Order);
        var paid = new PaymentFacts("pi_1", PaymentStatus.Succeeded, checkout.Amount) { CapturedAtUtc = Some.Now };

        new SettlementRules(cohort, enrollment.Order, Some.Staff, cohort.Meetings[2].EndsAtUtc)
            .Settle(checkout, Some.Complete(checkout) with { Payment = paid }, otherLive: null);

        Assert.Equal((EnrollmentStatus.Confirmed, 6, 0), (enrollment.Status, enrollment.Order.ClassesBought, enrollment.Order.ClassesOver));
    }

    [Fact]
    public void A_class_that_was_over_and_is_held_again_costs_nothing()
    {
        var enrollment = EnrolledAt(cohort.Meetings[1].EndsAtUtc);
        cohort.MoveMeeting(cohort.Meetings[0], cohort.Meetings[5].StartsAtLocal.AddDays(7), minutes: 90, Some.Now);

        Assert.Equal(0, enrollment.ClassesCountedAt(cohort.Meetings[2].StartsAtUtc));
        Assert.Equal(4, enrollment.ClassesCountedAt(cohort.LastClassEndsAtUtc));
    }

    [Fact]
    public void What_a_seat_takes_along_to_another_cohort_leaves_them_out_too()
    {
        var enrollment = EnrolledAt(cohort.Meetings[1].EndsAtUtc);
        var later = Some.OpenCohort(firstClassLocal: new DateTime(2027, 6, 1, 12, 0, 0, DateTimeKind.Unspecified));
        var nowUtc = cohort.Meetings[2].StartsAtUtc;

        var quote = TransferQuote.For(enrollment.Order, later, enrollment.ClassesCountedAt(nowUtc), nowUtc);

        Assert.Equal((1, 4, 44_775L), (quote.ClassesCounted, quote.Classes, quote.Worth.Minor));
    }

    private Enrollment EnrolledAt(DateTime nowUtc) => cohort.EnrollByHand(
        Some.Registration(),
        new HandTerms(HandWay.PaidOutside, Some.Price, Some.Price) { Received = new OutsideMoney(Some.Price, OutsideWay.Check, "1042", nowUtc) },
        Some.Staff,
        nowUtc);

    private static long BackAt(Enrollment enrollment, DateTime nowUtc) =>
        enrollment.Order.QuoteWithdrawal(enrollment.ClassesCountedAt(nowUtc)).Back.Minor;
}
