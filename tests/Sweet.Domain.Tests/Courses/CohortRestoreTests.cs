using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Restoring;
using Sweet.Domain.Settlements;

namespace Sweet.Domain.Tests.Courses;

/// <summary>An enrollment that the database has lost is remade from what Stripe keeps of it.</summary>
public class CohortRestoreTests
{
    private static readonly Actor By = Actor.Worker("reconcile");

    [Fact]
    public void It_comes_back_as_held_with_number_link_price_and_policies_as_they_were()
    {
        var cohort = Some.OpenCohort(seats: 1);
        var lost = Lost();
        // The early price of then: it is over by now.
        cohort.SetEarlyPrice(lost.Session.Amount, Some.Now.AddHours(-2), Some.Now.AddDays(-1));

        var remade = cohort.Restore(lost, live: null, By, Some.Now);

        Assert.Equal((EnrollmentStatus.Held, lost.Number, lost.LinkToken, true), (remade.Status, remade.Number, remade.LinkToken, remade.LacksDetails));
        Assert.Equal((lost.Session.Amount, lost.Session.CreatedAtUtc, 7, 8), (remade.Order.Total, remade.CreatedAtUtc, remade.Order.RefundPolicyVersionId, remade.Order.PrivacyPolicyVersionId));
        Assert.Equal(1, cohort.SeatsTaken);
        Assert.Equal("Restored from what Stripe keeps of it.", Assert.Single(remade.History).Note);
    }

    [Fact]
    public void A_sum_that_is_no_price_of_the_cohort_is_not_taken_for_one() =>
        Assert.Equal(Some.Price, Some.OpenCohort().Restore(Lost(), live: null, By, Some.Now).Order.Total);

    [Fact]
    public void Its_refund_rule_is_that_of_the_course_as_it_is()
    {
        var cohort = Some.OpenCohort();
        cohort.Course.SetRefundFee(20, Some.Now);

        var remade = cohort.Restore(Lost(), live: null, By, Some.Now);

        Assert.Equal((20, 6), (remade.Order.RefundFeePercent, remade.Order.ClassesBought));
    }

    [Fact]
    public void Its_hold_does_not_end_before_its_payment_is_settled()
    {
        var remade = Some.OpenCohort().Restore(Lost(), live: null, By, Some.Now);

        Assert.True(remade.HeldUntilUtc - Some.Now >= Enrollment.ShortestAttempt);
    }

    [Fact]
    public void Nobody_gets_a_second_place()
    {
        var cohort = Some.OpenCohort();
        var live = Some.Enrollment(cohort);

        Assert.Equal(EnrollmentRefusal.AlreadyEnrolled, cohort.RestoreRefusalFor(live, Some.Now));
        Assert.Throws<InvalidOperationException>(() => cohort.Restore(Lost(), live, By, Some.Now));
        Assert.Equal(1, cohort.SeatsTaken);
    }

    [Fact]
    public void No_seat_is_sold_twice()
    {
        var cohort = Some.OpenCohort(seats: 1, taken: 1);

        Assert.Equal(EnrollmentRefusal.Full, cohort.RestoreRefusalFor(live: null, Some.Now));
        Assert.Throws<InvalidOperationException>(() => cohort.Restore(Lost(), live: null, By, Some.Now));
        Assert.Equal(1, cohort.SeatsTaken);
    }

    [Fact]
    public void A_cohort_that_takes_nobody_new_takes_back_whoever_had_paid_until_its_last_class_has_ended()
    {
        var cohort = Some.OpenCohort();
        cohort.Close(Some.Staff, Some.Now);

        Assert.Null(cohort.RestoreRefusalFor(live: null, Some.Now));
        Assert.Null(cohort.RestoreRefusalFor(live: null, cohort.LastClassEndsAtUtc.AddTicks(-1)));
        Assert.Equal(EnrollmentRefusal.NotOpen, cohort.RestoreRefusalFor(live: null, cohort.LastClassEndsAtUtc));
    }

    [Fact]
    public void Without_a_seat_it_comes_back_as_one_whose_hold_has_ended()
    {
        var cohort = Some.OpenCohort(seats: 1, taken: 1);

        var remade = cohort.RestoreEnded(Lost(), By, Some.Now);

        Assert.Equal((EnrollmentStatus.Expired, Some.Now, OrderState.Abandoned), (remade.Status, remade.EndedAtUtc, remade.Order.State));
        Assert.Equal(1, cohort.SeatsTaken);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Ending_as_before_gives_back_the_seat_that_it_has_and_no_other(bool hasSeat)
    {
        var cohort = Some.OpenCohort(seats: 2, taken: 1);
        var remade = hasSeat ? cohort.Restore(Lost(), live: null, By, Some.Now) : cohort.RestoreEnded(Lost(), By, Some.Now);

        cohort.EndAsBefore(remade, CancellationReason.Withdrew, Some.Now.AddDays(-2), By, Some.Now);
        cohort.EndAsBefore(remade, CancellationReason.Withdrew, Some.Now.AddDays(-1), By, Some.Now);

        Assert.Equal(Some.Now.AddDays(-2), remade.EndedAtUtc);
        Assert.Equal((EnrollmentStatus.Cancelled, CancellationReason.Withdrew, 1), (remade.Status, remade.CancelledWhy, cohort.SeatsTaken));
    }

    private static LostEnrollment Lost() => new(
        "IPT-LOST22",
        Some.Student("ana@clinic.example"),
        new PolicyAcceptance(RefundPolicyVersionId: 7, PrivacyPolicyVersionId: 8),
        "abcdefghijklmnopqrstuvwxyz",
        new SessionTrace("cs_test_lost", Url: null, new Money(54_700, "USD"), Some.Now.AddMinutes(-50), Some.Now.AddHours(1)));
}
