using Sweet.Domain.Courses;

namespace Sweet.Domain.Tests.Courses;

public class CohortTests
{
    [Fact]
    public void Begins_as_a_draft_that_nobody_can_register_for()
    {
        var cohort = Some.Cohort();

        Assert.Equal(CohortPhase.Draft, cohort.PhaseAt(Some.Now));
        Assert.Equal(Sweet.Domain.Enrollments.EnrollmentRefusal.NotOpen, cohort.RefusalFor(live: null, Some.Now));
    }

    [Fact]
    public void Opens_closes_and_opens_again()
    {
        var cohort = Some.Cohort();

        cohort.Open(Some.Staff, Some.Now);
        cohort.Close(Some.Staff, Some.Now);
        cohort.Open(Some.Staff, Some.Now);

        Assert.Equal(["Open", "Closed", "Open"], cohort.History.Select(h => h.To));
        Assert.All(cohort.History, h => Assert.Equal((ActorKind.Staff, "staff-1"), (h.ActorKind, h.ActorReference)));
    }

    [Fact]
    public void Is_not_opened_twice() =>
        Assert.Throws<InvalidOperationException>(() => Some.OpenCohort().Open(Some.Staff, Some.Now));

    [Fact]
    public void Is_not_opened_without_a_class_meeting()
    {
        var cohort = new Cohort(Some.Course(), "ipt-none", "America/New_York", capacity: 30, Some.Price, Some.Now);

        Assert.Throws<InvalidOperationException>(() => cohort.Open(Some.Staff, Some.Now));
    }

    [Fact]
    public void Is_not_closed_before_it_was_opened() =>
        Assert.Throws<InvalidOperationException>(() => Some.Cohort().Close(Some.Staff, Some.Now));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Has_at_least_one_seat(int seats) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Some.Cohort(seats));

    [Fact]
    public void Has_no_price_below_zero() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Some.Cohort(price: new Money(-1, "USD")));

    [Fact]
    public void Goes_through_its_phases_as_time_passes()
    {
        var cohort = Some.OpenCohort();
        cohort.SetRegistration(Some.Now, cohort.FirstClassAtUtc.AddDays(-1), Some.Now);

        Assert.Equal(CohortPhase.Upcoming, cohort.PhaseAt(Some.Now.AddTicks(-1)));
        Assert.Equal(CohortPhase.Open, cohort.PhaseAt(Some.Now));
        Assert.Equal(CohortPhase.Open, cohort.PhaseAt(cohort.RegistrationClosesAtUtc.AddTicks(-1)));
        Assert.Equal(CohortPhase.Closed, cohort.PhaseAt(cohort.RegistrationClosesAtUtc));
        Assert.Equal(CohortPhase.Running, cohort.PhaseAt(cohort.FirstClassAtUtc));
        Assert.Equal(CohortPhase.Running, cohort.PhaseAt(cohort.LastClassEndsAtUtc.AddTicks(-1)));
        Assert.Equal(CohortPhase.Past, cohort.PhaseAt(cohort.LastClassEndsAtUtc));
    }

    [Fact]
    public void A_closed_one_takes_nobody_although_its_time_is_not_over()
    {
        var cohort = Some.OpenCohort();

        cohort.Close(Some.Staff, Some.Now);

        Assert.Equal(CohortPhase.Closed, cohort.PhaseAt(Some.Now));
        Assert.Equal(Sweet.Domain.Enrollments.EnrollmentRefusal.NotOpen, cohort.RefusalFor(live: null, Some.Now));
    }

    [Fact]
    public void Before_registration_it_says_that_it_is_not_open_yet()
    {
        var cohort = Some.OpenCohort();
        cohort.SetRegistration(Some.Now.AddDays(1), cohort.FirstClassAtUtc, Some.Now);

        Assert.Equal(Sweet.Domain.Enrollments.EnrollmentRefusal.NotOpenYet, cohort.RefusalFor(live: null, Some.Now));
    }

    [Fact]
    public void The_early_price_holds_until_its_end_and_not_at_it()
    {
        var cohort = Some.OpenCohort(price: new Money(59_700, "USD"));
        cohort.SetEarlyPrice(new Money(49_700, "USD"), Some.Now.AddDays(7), Some.Now);

        Assert.Equal(49_700, cohort.PriceAt(Some.Now.AddDays(7).AddTicks(-1)).Minor);
        Assert.Equal(59_700, cohort.PriceAt(Some.Now.AddDays(7)).Minor);
    }

    [Fact]
    public void An_early_price_in_another_currency_is_refused() =>
        Assert.Throws<ArgumentException>(() => Some.OpenCohort().SetEarlyPrice(new Money(49_700, "EUR"), Some.Now, Some.Now));

    [Fact]
    public void Its_meetings_keep_their_hour_over_a_change_of_daylight_saving()
    {
        var cohort = Some.Cohort(firstClassLocal: new DateTime(2027, 3, 2, 19, 0, 0, DateTimeKind.Unspecified));

        Assert.All(cohort.Meetings, m => Assert.Equal(19, m.StartsAtLocal.Hour));
        Assert.Equal([0, 0, 23, 23, 23, 23], cohort.Meetings.Select(m => m.StartsAtUtc.Hour));
        Assert.Equal([1, 2, 3, 4, 5, 6], cohort.Meetings.Select(m => m.Number));
    }

    [Fact]
    public void A_meeting_in_the_hour_that_daylight_saving_skips_is_refused()
    {
        var cohort = Some.Cohort();

        var inTheGap = new DateTime(2027, 3, 14, 2, 30, 0, DateTimeKind.Unspecified);
        Assert.Throws<ArgumentException>(() => cohort.AddMeeting(inTheGap, minutes: 90, Some.Now));
    }

    [Fact]
    public void Knows_its_first_and_last_moment_whatever_the_order_of_adding()
    {
        var cohort = Some.Cohort();
        var first = cohort.FirstClassAtUtc;

        var earlier = cohort.AddMeeting(new DateTime(2027, 1, 5, 19, 0, 0, DateTimeKind.Unspecified), minutes: 90, Some.Now);

        Assert.Equal(first.AddDays(-7), cohort.FirstClassAtUtc);
        Assert.Equal(earlier.StartsAtUtc, cohort.FirstClassAtUtc);
        Assert.Equal(first.AddDays(35).AddMinutes(120), cohort.LastClassEndsAtUtc);
        Assert.True(earlier.HasBegunAt(earlier.StartsAtUtc));
        Assert.False(earlier.HasBegunAt(earlier.StartsAtUtc.AddTicks(-1)));
    }
}
