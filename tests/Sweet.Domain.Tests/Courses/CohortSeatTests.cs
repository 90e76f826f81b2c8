using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;

namespace Sweet.Domain.Tests.Courses;

public class CohortSeatTests
{
    [Fact]
    public void Holds_a_seat_until_the_hold_time_is_over()
    {
        var cohort = Some.OpenCohort(seats: 30);

        var enrollment = cohort.HoldSeat(Some.Registration(), live: null, Some.HoldTime, Some.Now);

        Assert.Equal(EnrollmentStatus.Held, enrollment.Status);
        Assert.Equal(Some.Now + Some.HoldTime, enrollment.HeldUntilUtc);
        Assert.Equal((1, 29), (cohort.SeatsTaken, cohort.SeatsLeft));
    }

    [Fact]
    public void Gives_the_last_seat_to_its_taker()
    {
        var cohort = Some.OpenCohort(seats: 2, taken: 1);

        Assert.Null(cohort.RefusalFor(live: null, Some.Now));
        Some.Enrollment(cohort);

        Assert.Equal(0, cohort.SeatsLeft);
    }

    [Fact]
    public void Refuses_when_the_last_seat_is_taken()
    {
        var cohort = Some.OpenCohort(seats: 1, taken: 1);

        Assert.Equal(EnrollmentRefusal.Full, cohort.RefusalFor(live: null, Some.Now));
        Assert.Throws<InvalidOperationException>(() => Some.Enrollment(cohort));
        Assert.Equal(1, cohort.SeatsTaken);
    }

    [Fact]
    public void Holds_no_second_seat_for_an_address()
    {
        var cohort = Some.OpenCohort(seats: 2);
        var live = Some.Enrollment(cohort);

        Assert.Equal(EnrollmentRefusal.AlreadyEnrolled, cohort.RefusalFor(live, Some.Now));
        Assert.Throws<InvalidOperationException>(() => cohort.HoldSeat(Some.Registration(), live, Some.HoldTime, Some.Now));
        Assert.Equal(1, cohort.SeatsTaken);
    }

    [Fact]
    public void Says_of_an_address_nothing_that_could_be_asked_without_taking_a_seat()
    {
        var cohort = Some.OpenCohort(seats: 1);
        var live = Some.Enrollment(cohort);

        Assert.Equal(EnrollmentRefusal.Full, cohort.RefusalFor(live, Some.Now));
    }

    [Fact]
    public void Confirming_a_held_seat_takes_no_second_one()
    {
        var cohort = Some.OpenCohort();
        var enrollment = Some.Enrollment(cohort);

        cohort.Confirm(enrollment, Actor.Student, Some.Now);
        cohort.Confirm(enrollment, Actor.Student, Some.Now.AddMinutes(1));

        Assert.Equal(EnrollmentStatus.Confirmed, enrollment.Status);
        Assert.Equal(Some.Now, enrollment.ConfirmedAtUtc);
        Assert.Equal(1, cohort.SeatsTaken);
    }

    [Fact]
    public void Confirming_after_the_hold_ended_takes_a_free_seat()
    {
        var cohort = Some.OpenCohort(seats: 1);
        var late = Some.Enrollment(cohort);
        cohort.Release(late, ExpiryReason.TimeOver, Actor.Worker("holds"), Some.Now);

        cohort.Confirm(late, Actor.Student, Some.Now);

        Assert.Equal((EnrollmentStatus.Confirmed, 1), (late.Status, cohort.SeatsTaken));
        Assert.Null(late.EndedAtUtc);
    }

    [Fact]
    public void Confirming_after_the_hold_ended_never_oversells()
    {
        var cohort = Some.OpenCohort(seats: 1);
        var late = Some.Enrollment(cohort);
        cohort.Release(late, ExpiryReason.TimeOver, Actor.Worker("holds"), Some.Now);
        Some.Enrollment(cohort);

        Assert.False(cohort.HasSeatForLateMoneyAt(Some.Now));
        Assert.Throws<InvalidOperationException>(() => cohort.Confirm(late, Actor.Student, Some.Now));
        Assert.Equal(1, cohort.SeatsTaken);
    }

    [Fact]
    public void Confirming_a_cancelled_place_is_refused()
    {
        var cohort = Some.OpenCohort();
        var enrollment = Some.Enrollment(cohort);
        cohort.Confirm(enrollment, Actor.Student, Some.Now);
        cohort.Cancel(enrollment, CancellationReason.Withdrew, Some.Staff, Some.Now);

        Assert.Throws<InvalidOperationException>(() => cohort.Confirm(enrollment, Actor.Student, Some.Now));
        Assert.Equal(0, cohort.SeatsTaken);
    }

    [Fact]
    public void A_seat_whose_bank_still_works_stays_taken()
    {
        var cohort = Some.OpenCohort();
        var enrollment = Some.Enrollment(cohort);

        cohort.KeepSeat(enrollment, Actor.Student, Some.Now);
        cohort.KeepSeat(enrollment, Actor.Student, Some.Now);

        Assert.Equal((EnrollmentStatus.Processing, 1), (enrollment.Status, cohort.SeatsTaken));
        Assert.Single(enrollment.History, h => h.To == nameof(EnrollmentStatus.Processing));
    }

    [Theory]
    [InlineData(EnrollmentStatus.Held)]
    [InlineData(EnrollmentStatus.Processing)]
    public void An_unpaid_seat_is_released_once(EnrollmentStatus status)
    {
        var cohort = Some.OpenCohort();
        var enrollment = Some.Enrollment(cohort);
        if (status == EnrollmentStatus.Processing) cohort.KeepSeat(enrollment, Actor.Student, Some.Now);

        Assert.True(cohort.Release(enrollment, ExpiryReason.TimeOver, Actor.Worker("holds"), Some.Now));
        Assert.False(cohort.Release(enrollment, ExpiryReason.TimeOver, Actor.Worker("holds"), Some.Now));

        Assert.Equal((EnrollmentStatus.Expired, 0), (enrollment.Status, cohort.SeatsTaken));
        Assert.Equal(Some.Now, enrollment.EndedAtUtc);
    }

    [Fact]
    public void A_confirmed_place_is_not_released()
    {
        var cohort = Some.OpenCohort();
        var enrollment = Some.Enrollment(cohort);
        cohort.Confirm(enrollment, Actor.Student, Some.Now);

        Assert.False(cohort.Release(enrollment, ExpiryReason.TimeOver, Actor.Worker("holds"), Some.Now));
        Assert.Equal((EnrollmentStatus.Confirmed, 1), (enrollment.Status, cohort.SeatsTaken));
    }

    [Fact]
    public void A_confirmed_place_is_cancelled_once()
    {
        var cohort = Some.OpenCohort();
        var enrollment = Some.Enrollment(cohort);
        cohort.Confirm(enrollment, Actor.Student, Some.Now);

        Assert.True(cohort.Cancel(enrollment, CancellationReason.Withdrew, Some.Staff, Some.Now));
        Assert.False(cohort.Cancel(enrollment, CancellationReason.Staff, Some.Staff, Some.Now));

        Assert.Equal((EnrollmentStatus.Cancelled, CancellationReason.Withdrew, 0), (enrollment.Status, enrollment.CancelledWhy, cohort.SeatsTaken));
    }

    [Fact]
    public void An_unpaid_place_is_not_cancelled()
    {
        var cohort = Some.OpenCohort();
        var enrollment = Some.Enrollment(cohort);

        Assert.Throws<InvalidOperationException>(() => cohort.Cancel(enrollment, CancellationReason.Staff, Some.Staff, Some.Now));
        Assert.Equal(1, cohort.SeatsTaken);
    }

    [Fact]
    public void Late_money_finds_no_seat_once_the_last_class_is_over()
    {
        var cohort = Some.OpenCohort();

        Assert.True(cohort.HasSeatForLateMoneyAt(cohort.LastClassEndsAtUtc.AddSeconds(-1)));
        Assert.False(cohort.HasSeatForLateMoneyAt(cohort.LastClassEndsAtUtc));
    }
}
