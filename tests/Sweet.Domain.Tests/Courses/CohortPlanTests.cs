using Sweet.Domain.Courses;
using Sweet.Domain.Courses.Cancelling;
using Sweet.Domain.Courses.Planning;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;

namespace Sweet.Domain.Tests.Courses;

public class CohortPlanTests
{
    [Fact]
    public void Weekly_dates_leave_out_what_is_skipped()
    {
        var dates = ClassDates.LayOut(new DateOnly(2027, 3, 1), DayOfWeek.Tuesday, 4, new HashSet<DateOnly> { new(2027, 3, 16) });

        Assert.Equal([2, 9, 23, 30], dates.Select(d => d.Day));
        Assert.Equal([new DateOnly(2027, 3, 16)], ClassDates.SkippedBetween(dates));
    }

    [Fact]
    public void Only_a_moved_class_raises_the_calendar()
    {
        var cohort = Some.OpenCohort();
        var plan = cohort.AsPlan();

        cohort.Change(plan with { Capacity = 20 }, [], Some.Staff, Some.Now);
        var before = cohort.CalendarSequence;
        cohort.Change(plan with { Classes = [plan.Classes[0] with { Minutes = 90 }, .. plan.Classes.Skip(1)] }, [], Some.Staff, Some.Now);

        Assert.Equal((0, 1), (before, cohort.CalendarSequence));
        Assert.Equal(90, cohort.Meetings[0].Minutes);
    }

    [Fact]
    public void A_plan_below_the_seats_taken_is_refused()
    {
        var cohort = Some.OpenCohort(seats: 5, taken: 3);
        var plan = cohort.AsPlan() with { Capacity = 2 };

        Assert.Equal(PlanRefusal.SeatsTaken, cohort.RefusalFor(plan));
        Assert.Throws<InvalidOperationException>(() => cohort.Change(plan, [], Some.Staff, Some.Now));
    }

    [Fact]
    public void Each_change_has_its_row_in_the_history()
    {
        var cohort = Some.OpenCohort();

        cohort.Change(cohort.AsPlan() with { Minimum = 8 }, [new FieldChange("Minimum", "10", "8")], Some.Staff, Some.Now);

        var row = cohort.History[^1];
        Assert.Equal(("Minimum", "10", "8", "staff-1"), (row.Subject, row.From, row.To, row.ActorReference));
    }

    [Fact]
    public void The_first_of_two_equal_hours_is_an_hour_before_the_second()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        var second = new PlannedClass(new DateTime(2027, 11, 7, 1, 30, 0), 60, null);

        Assert.Equal(TimeSpan.FromHours(1), second.StartsAtUtc(zone) - (second with { IsFirstOfTwo = true }).StartsAtUtc(zone));
    }

    [Fact]
    public void Money_for_a_held_seat_of_a_canceled_cohort_goes_back_and_the_seat_ends()
    {
        var cohort = Some.OpenCohort();
        var enrollment = Some.Enrollment(cohort);
        var checkout = Some.OpenCheckout(enrollment.Order);
        _ = new CohortCancellation(cohort, "Too few.", note: null, [enrollment.Id], Some.Staff, Some.Now);

        var settled = new SettlementRules(cohort, enrollment.Order, Some.Staff, Some.Now).Settle(checkout, Some.Complete(checkout), otherLive: null);

        Assert.Equal((Settlement.RefundRequested, EnrollmentStatus.Expired, 0), (settled, enrollment.Status, cohort.SeatsTaken));
        Assert.Equal(RefundReason.CohortCancelled, enrollment.Order.Refunds[0].Reason);
        Assert.Equal(PaymentDecision.RefundCancelled, enrollment.Order.Payments[0].Decision);
    }

    [Fact]
    public void A_confirmed_seat_ends_with_its_cohort_once_and_all_of_it_goes_back()
    {
        var cohort = Some.OpenCohort();
        var enrollment = Some.Enrollment(cohort);
        var checkout = Some.OpenCheckout(enrollment.Order);
        new SettlementRules(cohort, enrollment.Order, Some.Staff, Some.Now).Settle(checkout, Some.Complete(checkout), otherLive: null);
        _ = new CohortCancellation(cohort, "Too few.", note: null, [enrollment.Id], Some.Staff, Some.Now);

        Assert.True(enrollment.EndWithCohort(Some.Staff, Some.Now));
        Assert.False(enrollment.EndWithCohort(Some.Staff, Some.Now));

        Assert.Equal((CancellationReason.CohortCancelled, 0), (enrollment.CancelledWhy, cohort.SeatsTaken));
        Assert.Equal(enrollment.Order.Paid, Assert.Single(enrollment.Order.Refunds).Amount);
    }
}
